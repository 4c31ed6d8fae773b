BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0001');
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
CREATE TABLE mark (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	row_id INTEGER NOT NULL, 
	occurrence TEXT NOT NULL, 
	done TEXT NOT NULL, 
	document TEXT, 
	note TEXT, 
	FOREIGN KEY(row_id) REFERENCES "row" (id)
);
CREATE UNIQUE INDEX mark_of_occurrence ON mark (row_id, occurrence);
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
CREATE TABLE draft (
	row_id INTEGER NOT NULL, 
	column_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	typed_at TEXT NOT NULL, 
	PRIMARY KEY (row_id, column_id)
);
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
INSERT INTO "undo_change" VALUES(1,1,'plan','1',NULL,'{"id":1,"title":"Cải cách hành chính năm 2025","year":2025,"level":null,"issuing_body":null,"document_type":null,"symbol":null,"place_date":null,"signer_title":null,"signer_name":null,"recipients":"[]","legal_bases":"[]"}');
INSERT INTO "undo_change" VALUES(2,1,'appendix','1',NULL,'{"id":1,"plan_id":1,"position":0,"label":"Phụ lục số 01","title":"Nhiệm vụ năm 2025"}');
INSERT INTO "undo_change" VALUES(3,1,'appendix_column','1',NULL,'{"id":1,"appendix_id":1,"position":0,"heading":"TT","role":"ordinal","width":null,"hidden":0}');
INSERT INTO "undo_change" VALUES(4,1,'appendix_column','2',NULL,'{"id":2,"appendix_id":1,"position":1,"heading":"Nhiệm vụ","role":"task","width":null,"hidden":0}');
INSERT INTO "undo_change" VALUES(5,1,'appendix_column','3',NULL,'{"id":3,"appendix_id":1,"position":2,"heading":"Sản phẩm","role":"product","width":null,"hidden":0}');
INSERT INTO "undo_change" VALUES(6,1,'row','1',NULL,'{"id":1,"appendix_id":1,"position":1048576,"kind":"section","ordinal":"I","text":"Đề mục","numbered":0}');
INSERT INTO "undo_change" VALUES(7,1,'row','2',NULL,'{"id":2,"appendix_id":1,"position":2097152,"kind":"item","ordinal":"","text":"","numbered":0}');
INSERT INTO "undo_change" VALUES(8,1,'row','3',NULL,'{"id":3,"appendix_id":1,"position":3145728,"kind":"item","ordinal":"","text":"","numbered":0}');
INSERT INTO "undo_change" VALUES(9,1,'cell','2 1',NULL,'{"row_id":2,"column_id":1,"text":"1"}');
INSERT INTO "undo_change" VALUES(10,1,'cell','2 2',NULL,'{"row_id":2,"column_id":2,"text":"Rà soát văn bản"}');
INSERT INTO "undo_change" VALUES(11,1,'cell','2 3',NULL,'{"row_id":2,"column_id":3,"text":"Quý I"}');
INSERT INTO "undo_change" VALUES(12,1,'cell','3 1',NULL,'{"row_id":3,"column_id":1,"text":"2"}');
INSERT INTO "undo_change" VALUES(13,1,'cell','3 2',NULL,'{"row_id":3,"column_id":2,"text":null}');
INSERT INTO "undo_change" VALUES(14,1,'cell','3 3',NULL,'{"row_id":3,"column_id":3,"text":""}');
CREATE TABLE undo_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	label TEXT NOT NULL, 
	undone BOOLEAN NOT NULL
);
INSERT INTO "undo_step" VALUES(1,'Nhập',0);
CREATE INDEX appendix_of_plan ON appendix (plan_id);
CREATE INDEX change_of_step ON undo_change (step_id);
CREATE INDEX column_of_appendix ON appendix_column (appendix_id);
CREATE INDEX row_of_appendix ON "row" (appendix_id, position);
CREATE INDEX cell_of_column ON cell (column_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('undo_step',1);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('appendix',1);
INSERT INTO "sqlite_sequence" VALUES('appendix_column',3);
INSERT INTO "sqlite_sequence" VALUES('row',3);
CREATE VIRTUAL TABLE row_text USING fts5(folded, tokenize = 'trigram case_sensitive 1');
INSERT INTO row_text(rowid, folded) VALUES(1, replace('i de muc', '|', char(31)));
INSERT INTO row_text(rowid, folded) VALUES(2, replace('1|ra soat van ban|quy i', '|', char(31)));
INSERT INTO row_text(rowid, folded) VALUES(3, replace('2||', '|', char(31)));
COMMIT;
