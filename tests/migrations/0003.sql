BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE appendix (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	title TEXT NOT NULL, 
	FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "appendix" VALUES(1,1,0,'Phụ lục số 01','Nhiệm vụ năm 2025');
CREATE TABLE appendix_column (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	appendix_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	heading TEXT NOT NULL, 
	role TEXT NOT NULL, 
	width FLOAT, 
	hidden BOOLEAN NOT NULL, 
	FOREIGN KEY(appendix_id) REFERENCES appendix (id)
);
INSERT INTO "appendix_column" VALUES(1,1,0,'TT','ordinal',NULL,0);
INSERT INTO "appendix_column" VALUES(2,1,1,'Nhiệm vụ','task',NULL,0);
INSERT INTO "appendix_column" VALUES(3,1,2,'Sản phẩm','product',NULL,0);
CREATE TABLE calendar (
        year INTEGER NOT NULL,
        periods TEXT NOT NULL,
        holidays TEXT NOT NULL,
        PRIMARY KEY (year)
    );
INSERT INTO "calendar" VALUES(2025,'[]','{"2025-09-01": "Nghỉ bù"}');
CREATE TABLE cell (
	row_id INTEGER NOT NULL, 
	column_id INTEGER NOT NULL, 
	text TEXT, 
	PRIMARY KEY (row_id, column_id), 
	FOREIGN KEY(row_id) REFERENCES "row" (id), 
	FOREIGN KEY(column_id) REFERENCES appendix_column (id)
)
 WITHOUT ROWID

;
INSERT INTO "cell" VALUES(2,1,'1');
INSERT INTO "cell" VALUES(2,2,'Rà soát văn bản');
INSERT INTO "cell" VALUES(2,3,'Quý I');
INSERT INTO "cell" VALUES(3,1,'2');
INSERT INTO "cell" VALUES(3,2,NULL);
INSERT INTO "cell" VALUES(3,3,'');
CREATE TABLE correction (
        row_id INTEGER NOT NULL,
        words TEXT NOT NULL,
        milestones TEXT NOT NULL,
        PRIMARY KEY (row_id),
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    );
INSERT INTO "correction" VALUES(3,'','[{"what": null, "kind": "by", "due": "2025-06-30"}]');
CREATE TABLE draft (
	row_id INTEGER NOT NULL, 
	column_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	typed_at TEXT NOT NULL, 
	PRIMARY KEY (row_id, column_id)
);
CREATE TABLE figure (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        period TEXT NOT NULL,
        form_set TEXT NOT NULL,
        form TEXT NOT NULL,
        line INTEGER NOT NULL,
        code TEXT NOT NULL,
        value TEXT NOT NULL
    );
INSERT INTO "figure" VALUES(1,'2025-Q1','bnv-4625-2025','1',0,'1','5');
CREATE TABLE indicator (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        accepted BOOLEAN NOT NULL,
        content TEXT NOT NULL,
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    );
CREATE TABLE log (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        kind TEXT NOT NULL,
        step TEXT NOT NULL,
        plan_id INTEGER,
        row_id INTEGER,
        what TEXT NOT NULL,
        part TEXT NOT NULL,
        old TEXT,
        new TEXT,
        chain TEXT NOT NULL
    );
INSERT INTO "log" VALUES(1,'2026-11-22T18:37:18','','done','Ghi',1,2,'mark','|by|1',NULL,'{"occurrence": "|by|1", "done": "2025-03-20", "document": "01/BC", "note": "ghi chú", "due": "2025-03-31"}','3a04e38346f93079e3991fd18b8ebc3f7f703ea89302f195d7f4ea3976ede24b');
INSERT INTO "log" VALUES(2,'2026-11-22T18:37:18','','done','Ghi',1,3,'correction','',NULL,'{"milestones": "[{\"what\": null, \"kind\": \"by\", \"due\": \"2025-06-30\"}]"}','65760469c20f4dc0ab6b9acf7cd6f3eecb5272aa056a73b74e4e9e0d58292b1e');
INSERT INTO "log" VALUES(3,'2026-11-22T18:37:18','','done','Ghi',NULL,NULL,'unit','Văn phòng',NULL,'{"names": "[[\"Văn phòng\", null]]", "aliases": "[\"VP\"]"}','9e7cfffc7a0a04cd84464b57ce229a100af408fa473e2dfb6eed7ca5f9423458');
INSERT INTO "log" VALUES(4,'2026-11-22T18:37:18','','done','Ghi',NULL,NULL,'calendar','2025',NULL,'{"year": 2025, "periods": "[]", "holidays": "{\"2025-09-01\": \"Nghỉ bù\"}"}','7fc65cb2e83cfc424d8bad0038e1fbafed973d73c1b8d15186435df8e1e04719');
INSERT INTO "log" VALUES(5,'2026-11-22T18:37:18','','done','Ghi',NULL,NULL,'person','Cán bộ một cửa',NULL,'{"name": "Cán bộ một cửa"}','596a4db6c95701f8e06e694869d45e797fd3372f4d6ab0464373cf40551f21fd');
INSERT INTO "log" VALUES(6,'2026-11-22T18:37:18','','done','Ghi',1,2,'note','',NULL,'Đã nhắc','58bec223ecca28740574eca0e3d42a1dab1b6bc36923e6fd607af7bc22dbe0f5');
INSERT INTO "log" VALUES(7,'2026-11-22T18:37:18','','done','Ghi',NULL,NULL,'proof','Báo cáo',NULL,'{"number": "01/BC", "day": "2025-03-20", "title": "Báo cáo", "added_on": "2025-03-20"}','4c046a85c8bf2a309be4c6886fba4da3426bed17959d4f71d60dbfa2a527e817');
INSERT INTO "log" VALUES(8,'2026-11-22T18:37:18','','done','Ghi',1,2,'proof_use','|by|1',NULL,'{"proof_id": 1, "occurrence": "|by|1"}','0384821aed767f4f7cabca21ec00343137eeae54f1596d920418c9dffcf2d3d1');
INSERT INTO "log" VALUES(9,'2026-11-22T18:37:18','','done','Ghi',NULL,NULL,'office','',NULL,'{"content": "{\"is\": \"Office\", \"issuing_body\": [\"UBND XÃ\"], \"place\": \"Xã\"}"}','606e932a0d2148ed2447584b9b1a2bc3ccaee3dc99720a5c7d87f642b1fc3257');
INSERT INTO "log" VALUES(10,'2026-11-22T18:37:18','','done','Ghi',NULL,NULL,'figure','1',NULL,'5','519fc09f9fa1ef18f898469c9625233a5ae88eb7e67aa3402df6165de7f8b1d3');
INSERT INTO "log" VALUES(11,'2026-11-22T18:37:18','','done','Ghi',1,NULL,'report','Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025',NULL,'{"period": "2025-Q1", "title": "Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025", "state": "draft", "content": "{\"is\": \"Report\", \"plan_id\": 1, \"period\": {\"is\": \"ReportingPeriod\", \"year\": 2025, \"every\": \"quarterly\"}, \"outline\": \"bnv-4625-2025\", \"head\": {\"is\": \"OfficialDocument\", \"document_type\": \"BC\", \"issuing_body\": [\"UBND XÃ\"], \"title\": \"Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025\", \"symbol\": \"BC-UBND\", \"place\": \"Xã\", \"day\": {\"is\": \"PartialDate\", \"year\": 2025}, \"recipients\": [\"Lưu: VT\"]}, \"parts\": [{\"is\": \"ReportPart\", \"key\": \"I\", \"level\": \"part\", \"title\": \"CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH\"}, {\"is\": \"ReportPart\", \"key\": \"I.1\", \"level\": \"item\", \"title\": \"Hoạt động chỉ đạo nổi bật của lãnh đạo\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.2\", \"level\": \"item\", \"title\": \"Tiến độ thực hiện Kế hoạch cải cách hành chính\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"Kế hoạch cải cách hành chính năm 2025 đề ra 2 nhiệm vụ; tính đến ngày 14/3/2025 đã hoàn thành 0/2 nhiệm vụ, đạt 0,00% kế hoạch.\"}], \"level\": \"plain\"}, {\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"Tính đến ngày 14/3/2025 có 0 mốc thời hạn phải hoàn thành; trong đó hoàn thành đúng hạn 0 (-), hoàn thành quá hạn 0 (-), quá hạn chưa hoàn thành 0 (-); còn trong hạn 1.\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.3\", \"level\": \"item\", \"title\": \"Công tác kiểm tra cải cách hành chính\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.4\", \"level\": \"item\", \"title\": \"Công tác thông tin, tuyên truyền\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.5\", \"level\": \"item\", \"title\": \"Thực hiện nhiệm vụ cấp trên giao\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.6\", \"level\": \"item\", \"title\": \"Mô hình, sáng kiến, giải pháp mới\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II\", \"level\": \"part\", \"title\": \"KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH\"}, {\"is\": \"ReportPart\", \"key\": \"II.1\", \"level\": \"item\", \"title\": \"Cải cách thể chế\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.2\", \"level\": \"item\", \"title\": \"Cải cách thủ tục hành chính\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.3\", \"level\": \"item\", \"title\": \"Cải cách tổ chức bộ máy\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.4\", \"level\": \"item\", \"title\": \"Cải cách chế độ công vụ\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.5\", \"level\": \"item\", \"title\": \"Cải cách tài chính công\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.6\", \"level\": \"item\", \"title\": \"Xây dựng và phát triển Chính quyền điện tử, Chính quyền số\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"III\", \"level\": \"part\", \"title\": \"ĐÁNH GIÁ CHUNG\"}, {\"is\": \"ReportPart\", \"key\": \"III.1\", \"level\": \"item\", \"title\": \"Mặt tích cực\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"III.2\", \"level\": \"item\", \"title\": \"Tồn tại, hạn chế và nguyên nhân\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"IV\", \"level\": \"part\", \"title\": \"PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2025\"}, {\"is\": \"ReportPart\", \"key\": \"IV.1\", \"level\": \"item\", \"title\": \"Nhiệm vụ trọng tâm\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"IV.2\", \"level\": \"item\", \"title\": \"Kiến nghị, đề xuất\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}], \"figures\": {\"1/1\": {\"is\": \"Figure\", \"value\": \"5\"}, \"1/2.1\": {\"is\": \"Figure\", \"value\": \"2\"}, \"1/2.2\": {\"is\": \"Figure\", \"value\": \"0\"}}}"}','f446bc5be4045d1cbcebe44e1ccfe33e0bdf5a0a1317ad5baa5e1b61350780f5');
CREATE TABLE mark (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        row_id INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        done TEXT,
        document TEXT,
        note TEXT,
        document_day TEXT,
        content TEXT,
        cancelled TEXT,
        begun TEXT,
        reason TEXT,
        due TEXT,
        product TEXT,
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    );
INSERT INTO "mark" VALUES(1,2,'|by|1','2025-03-20','01/BC','ghi chú',NULL,NULL,NULL,NULL,NULL,'2025-03-31',NULL);
CREATE TABLE note (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        row_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    );
INSERT INTO "note" VALUES(1,2,'Đã nhắc','2025-03-01T09:00:00','');
CREATE TABLE office (
        id INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (id)
    );
INSERT INTO "office" VALUES(1,'{"is": "Office", "issuing_body": ["UBND XÃ"], "place": "Xã"}');
CREATE TABLE person (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        post TEXT NOT NULL,
        unit TEXT NOT NULL,
        active_from TEXT,
        active_to TEXT
    );
INSERT INTO "person" VALUES(1,'Cán bộ một cửa','','',NULL,NULL);
CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	level TEXT, 
	issuing_body TEXT, 
	document_type TEXT, 
	symbol TEXT, 
	place_date TEXT, 
	signer_title TEXT, 
	signer_name TEXT, 
	recipients TEXT NOT NULL, 
	legal_bases TEXT NOT NULL
);
INSERT INTO "plan" VALUES(1,'Cải cách hành chính năm 2025',2025,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]','[]');
CREATE TABLE plan_body (
        plan_id INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (plan_id),
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    );
CREATE TABLE proof (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL,
        day TEXT,
        title TEXT NOT NULL,
        file_name TEXT,
        sha256 TEXT,
        size INTEGER,
        added_on TEXT NOT NULL
    );
INSERT INTO "proof" VALUES(1,'01/BC','2025-03-20','Báo cáo',NULL,NULL,NULL,'2025-03-20');
CREATE TABLE proof_use (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        proof_id INTEGER NOT NULL,
        row_id INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        FOREIGN KEY(proof_id) REFERENCES proof (id),
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    );
INSERT INTO "proof_use" VALUES(1,1,2,'|by|1');
CREATE TABLE report (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL,
        period TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        number TEXT NOT NULL,
        signed_on TEXT,
        amends INTEGER,
        content TEXT NOT NULL,
        frozen TEXT,
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    );
INSERT INTO "report" VALUES(1,1,'2025-Q1','Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025','draft','',NULL,NULL,'{"is": "Report", "plan_id": 1, "period": {"is": "ReportingPeriod", "year": 2025, "every": "quarterly"}, "outline": "bnv-4625-2025", "head": {"is": "OfficialDocument", "document_type": "BC", "issuing_body": ["UBND XÃ"], "title": "Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025", "symbol": "BC-UBND", "place": "Xã", "day": {"is": "PartialDate", "year": 2025}, "recipients": ["Lưu: VT"]}, "parts": [{"is": "ReportPart", "key": "I", "level": "part", "title": "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH"}, {"is": "ReportPart", "key": "I.1", "level": "item", "title": "Hoạt động chỉ đạo nổi bật của lãnh đạo", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "I.2", "level": "item", "title": "Tiến độ thực hiện Kế hoạch cải cách hành chính", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "Kế hoạch cải cách hành chính năm 2025 đề ra 2 nhiệm vụ; tính đến ngày 14/3/2025 đã hoàn thành 0/2 nhiệm vụ, đạt 0,00% kế hoạch."}], "level": "plain"}, {"is": "BodyParagraph", "runs": [{"is": "Run", "text": "Tính đến ngày 14/3/2025 có 0 mốc thời hạn phải hoàn thành; trong đó hoàn thành đúng hạn 0 (-), hoàn thành quá hạn 0 (-), quá hạn chưa hoàn thành 0 (-); còn trong hạn 1."}], "level": "plain"}]}, {"is": "ReportPart", "key": "I.3", "level": "item", "title": "Công tác kiểm tra cải cách hành chính", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "I.4", "level": "item", "title": "Công tác thông tin, tuyên truyền", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "I.5", "level": "item", "title": "Thực hiện nhiệm vụ cấp trên giao", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "I.6", "level": "item", "title": "Mô hình, sáng kiến, giải pháp mới", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "II", "level": "part", "title": "KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH"}, {"is": "ReportPart", "key": "II.1", "level": "item", "title": "Cải cách thể chế", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "II.2", "level": "item", "title": "Cải cách thủ tục hành chính", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "II.3", "level": "item", "title": "Cải cách tổ chức bộ máy", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "II.4", "level": "item", "title": "Cải cách chế độ công vụ", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "II.5", "level": "item", "title": "Cải cách tài chính công", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "II.6", "level": "item", "title": "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "III", "level": "part", "title": "ĐÁNH GIÁ CHUNG"}, {"is": "ReportPart", "key": "III.1", "level": "item", "title": "Mặt tích cực", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "III.2", "level": "item", "title": "Tồn tại, hạn chế và nguyên nhân", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "IV", "level": "part", "title": "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2025"}, {"is": "ReportPart", "key": "IV.1", "level": "item", "title": "Nhiệm vụ trọng tâm", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}, {"is": "ReportPart", "key": "IV.2", "level": "item", "title": "Kiến nghị, đề xuất", "paragraphs": [{"is": "BodyParagraph", "runs": [{"is": "Run", "text": "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"}], "level": "plain"}]}], "figures": {"1/1": {"is": "Figure", "value": "5"}, "1/2.1": {"is": "Figure", "value": "2"}, "1/2.2": {"is": "Figure", "value": "0"}}}',NULL);
CREATE TABLE "row" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	appendix_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	ordinal TEXT NOT NULL, 
	text TEXT NOT NULL, 
	numbered BOOLEAN NOT NULL, 
	FOREIGN KEY(appendix_id) REFERENCES appendix (id)
);
INSERT INTO "row" VALUES(1,1,1048576,'section','I','Đề mục',0);
INSERT INTO "row" VALUES(2,1,2097152,'item','','',0);
INSERT INTO "row" VALUES(3,1,3145728,'item','','',0);
CREATE TABLE setting (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE template (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	content TEXT NOT NULL
);
CREATE TABLE undo_change (
	id INTEGER NOT NULL, 
	step_id INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(step_id) REFERENCES undo_step (id)
);
INSERT INTO "undo_change" VALUES(1,2,'mark','1',NULL,'{"id":1,"row_id":2,"occurrence":"|by|1","done":"2025-03-20","document":"01/BC","note":"ghi chú","document_day":null,"content":null,"cancelled":null,"begun":null,"reason":null,"due":"2025-03-31","product":null}');
INSERT INTO "undo_change" VALUES(2,2,'correction','3',NULL,'{"row_id":3,"words":"","milestones":"[{\"what\": null, \"kind\": \"by\", \"due\": \"2025-06-30\"}]"}');
INSERT INTO "undo_change" VALUES(3,2,'unit','1',NULL,'{"id":1,"names":"[[\"Văn phòng\", null]]","aliases":"[\"VP\"]","merged_into":null,"merged_from":null}');
INSERT INTO "undo_change" VALUES(4,2,'calendar','2025',NULL,'{"year":2025,"periods":"[]","holidays":"{\"2025-09-01\": \"Nghỉ bù\"}"}');
INSERT INTO "undo_change" VALUES(5,2,'person','1',NULL,'{"id":1,"name":"Cán bộ một cửa","post":"","unit":"","active_from":null,"active_to":null}');
INSERT INTO "undo_change" VALUES(6,2,'note','1',NULL,'{"id":1,"row_id":2,"text":"Đã nhắc","at":"2025-03-01T09:00:00","who":""}');
INSERT INTO "undo_change" VALUES(7,2,'proof','1',NULL,'{"id":1,"number":"01/BC","day":"2025-03-20","title":"Báo cáo","file_name":null,"sha256":null,"size":null,"added_on":"2025-03-20"}');
INSERT INTO "undo_change" VALUES(8,2,'proof_use','1',NULL,'{"id":1,"proof_id":1,"row_id":2,"occurrence":"|by|1"}');
INSERT INTO "undo_change" VALUES(9,2,'office','1',NULL,'{"id":1,"content":"{\"is\": \"Office\", \"issuing_body\": [\"UBND XÃ\"], \"place\": \"Xã\"}"}');
INSERT INTO "undo_change" VALUES(10,2,'figure','1',NULL,'{"id":1,"period":"2025-Q1","form_set":"bnv-4625-2025","form":"1","line":0,"code":"1","value":"5"}');
INSERT INTO "undo_change" VALUES(11,2,'report','1',NULL,'{"id":1,"plan_id":1,"period":"2025-Q1","title":"Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025","state":"draft","number":"","signed_on":null,"amends":null,"content":"{\"is\": \"Report\", \"plan_id\": 1, \"period\": {\"is\": \"ReportingPeriod\", \"year\": 2025, \"every\": \"quarterly\"}, \"outline\": \"bnv-4625-2025\", \"head\": {\"is\": \"OfficialDocument\", \"document_type\": \"BC\", \"issuing_body\": [\"UBND XÃ\"], \"title\": \"Công tác cải cách hành chính quý I năm 2025 và phương hướng, nhiệm vụ quý II năm 2025\", \"symbol\": \"BC-UBND\", \"place\": \"Xã\", \"day\": {\"is\": \"PartialDate\", \"year\": 2025}, \"recipients\": [\"Lưu: VT\"]}, \"parts\": [{\"is\": \"ReportPart\", \"key\": \"I\", \"level\": \"part\", \"title\": \"CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH\"}, {\"is\": \"ReportPart\", \"key\": \"I.1\", \"level\": \"item\", \"title\": \"Hoạt động chỉ đạo nổi bật của lãnh đạo\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.2\", \"level\": \"item\", \"title\": \"Tiến độ thực hiện Kế hoạch cải cách hành chính\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"Kế hoạch cải cách hành chính năm 2025 đề ra 2 nhiệm vụ; tính đến ngày 14/3/2025 đã hoàn thành 0/2 nhiệm vụ, đạt 0,00% kế hoạch.\"}], \"level\": \"plain\"}, {\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"Tính đến ngày 14/3/2025 có 0 mốc thời hạn phải hoàn thành; trong đó hoàn thành đúng hạn 0 (-), hoàn thành quá hạn 0 (-), quá hạn chưa hoàn thành 0 (-); còn trong hạn 1.\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.3\", \"level\": \"item\", \"title\": \"Công tác kiểm tra cải cách hành chính\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.4\", \"level\": \"item\", \"title\": \"Công tác thông tin, tuyên truyền\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.5\", \"level\": \"item\", \"title\": \"Thực hiện nhiệm vụ cấp trên giao\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"I.6\", \"level\": \"item\", \"title\": \"Mô hình, sáng kiến, giải pháp mới\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II\", \"level\": \"part\", \"title\": \"KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH\"}, {\"is\": \"ReportPart\", \"key\": \"II.1\", \"level\": \"item\", \"title\": \"Cải cách thể chế\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.2\", \"level\": \"item\", \"title\": \"Cải cách thủ tục hành chính\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.3\", \"level\": \"item\", \"title\": \"Cải cách tổ chức bộ máy\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.4\", \"level\": \"item\", \"title\": \"Cải cách chế độ công vụ\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.5\", \"level\": \"item\", \"title\": \"Cải cách tài chính công\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"II.6\", \"level\": \"item\", \"title\": \"Xây dựng và phát triển Chính quyền điện tử, Chính quyền số\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"III\", \"level\": \"part\", \"title\": \"ĐÁNH GIÁ CHUNG\"}, {\"is\": \"ReportPart\", \"key\": \"III.1\", \"level\": \"item\", \"title\": \"Mặt tích cực\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"III.2\", \"level\": \"item\", \"title\": \"Tồn tại, hạn chế và nguyên nhân\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"IV\", \"level\": \"part\", \"title\": \"PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2025\"}, {\"is\": \"ReportPart\", \"key\": \"IV.1\", \"level\": \"item\", \"title\": \"Nhiệm vụ trọng tâm\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}, {\"is\": \"ReportPart\", \"key\": \"IV.2\", \"level\": \"item\", \"title\": \"Kiến nghị, đề xuất\", \"paragraphs\": [{\"is\": \"BodyParagraph\", \"runs\": [{\"is\": \"Run\", \"text\": \"(Chưa có số liệu trong sổ; đề nghị bổ sung.)\"}], \"level\": \"plain\"}]}], \"figures\": {\"1/1\": {\"is\": \"Figure\", \"value\": \"5\"}, \"1/2.1\": {\"is\": \"Figure\", \"value\": \"2\"}, \"1/2.2\": {\"is\": \"Figure\", \"value\": \"0\"}}}","frozen":null}');
CREATE TABLE undo_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	label TEXT NOT NULL, 
	undone BOOLEAN NOT NULL
);
INSERT INTO "undo_step" VALUES(2,'Ghi',0);
CREATE TABLE unit (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        names TEXT NOT NULL,
        aliases TEXT NOT NULL,
        merged_into INTEGER,
        merged_from TEXT
    );
INSERT INTO "unit" VALUES(1,'[["Văn phòng", null]]','["VP"]',NULL,NULL);
CREATE INDEX appendix_of_plan ON appendix (plan_id);
CREATE INDEX change_of_step ON undo_change (step_id);
CREATE INDEX column_of_appendix ON appendix_column (appendix_id);
CREATE INDEX row_of_appendix ON "row" (appendix_id, position);
CREATE INDEX cell_of_column ON cell (column_id);
CREATE UNIQUE INDEX mark_of_occurrence ON mark (row_id, occurrence);
CREATE INDEX proof_of_row ON proof_use (row_id);
CREATE UNIQUE INDEX use_of_proof ON proof_use (proof_id, row_id, occurrence);
CREATE INDEX note_of_row ON note (row_id);
CREATE INDEX log_of_row ON log (row_id);
CREATE UNIQUE INDEX figure_of_form ON figure (period, form_set, form, line, code);
CREATE INDEX report_of_plan ON report (plan_id);
CREATE INDEX indicator_of_plan ON indicator (plan_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('undo_step',2);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('appendix',1);
INSERT INTO "sqlite_sequence" VALUES('appendix_column',3);
INSERT INTO "sqlite_sequence" VALUES('row',3);
INSERT INTO "sqlite_sequence" VALUES('mark',1);
INSERT INTO "sqlite_sequence" VALUES('unit',1);
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('note',1);
INSERT INTO "sqlite_sequence" VALUES('proof',1);
INSERT INTO "sqlite_sequence" VALUES('proof_use',1);
INSERT INTO "sqlite_sequence" VALUES('figure',1);
INSERT INTO "sqlite_sequence" VALUES('report',1);
INSERT INTO "sqlite_sequence" VALUES('log',11);
CREATE VIRTUAL TABLE row_text USING fts5(folded, tokenize = 'trigram case_sensitive 1');
INSERT INTO row_text(rowid, folded) VALUES(1, replace('i de muc', '|', char(31)));
INSERT INTO row_text(rowid, folded) VALUES(2, replace('1|ra soat van ban|quy i', '|', char(31)));
INSERT INTO row_text(rowid, folded) VALUES(3, replace('2||', '|', char(31)));
COMMIT;
