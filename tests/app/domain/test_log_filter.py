"""What is wanted of the log."""

from app.domain.log_filter import THINGS, LogFilter, LogTopic


def test_words_are_compared_without_marks_each_once() -> None:
    assert LogFilter(words="  Đối thoại  đối ").folded == ("doi", "thoai")
    assert LogFilter().folded == ()


def test_every_thing_has_one_topic() -> None:
    things = [thing for topic in LogTopic for thing in THINGS[topic]]
    assert len(things) == len(set(things))
