"""The office's own templates."""

from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.plan import PlanInfo
from app.services import templates
from db.storage import DatabaseStorage
from tests.app.domain.samples import cells_of, item, plan, section, table


def test_a_template_keeps_the_layout_and_no_rows(storage: DatabaseStorage) -> None:
    storage.write("Thêm", lambda work: work.add_plan(plan(table(section("I"), item("1", "A", "a")))))
    storage.write("Mẫu", partial(templates.keep_as_template, plan_id=1, name=" Mẫu  xã "))
    [kept] = storage.read(lambda work: work.list_templates())
    new = templates.plan_from_template(kept.plan, PlanInfo("Mới", 2026))
    assert (kept.name, new.info.title, cells_of(new.appendices[0])) == ("Mẫu xã", "Mới", [("I", "Đề mục")])
    storage.write("Xóa", partial(templates.delete_template, template_id=kept.id))
    assert storage.read(lambda work: work.list_templates()) == []


@pytest.mark.parametrize(("name", "key"), [(" ", "plans.empty_template_name"), ("MAU XA", "plans.template_name_taken")])
def test_a_template_needs_a_name_of_its_own(storage: DatabaseStorage, name: str, key: str) -> None:
    storage.write("Thêm", lambda work: work.add_plan(plan(table())))
    storage.write("Mẫu", partial(templates.keep_as_template, plan_id=1, name="Mẫu xã"))
    with pytest.raises(Refused) as error:
        storage.write("Mẫu", partial(templates.keep_as_template, plan_id=1, name=name))
    assert error.value.key == key
