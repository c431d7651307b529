import json
from pathlib import Path

import pytest

FILES = {
    "indicators.csv": (
        "indicator,name,definition,unit,topic,aliases,confusions\n"
        "waiting_time,Median wait,From referral to treatment,weeks,health,weeks of waiting,\n"
        "opened,Opening day,First day of service,date,health,opened its doors|opening,\n"
    ),
    "entities.csv": (
        "entity,type,aliases,iso3\n"
        "Ruritania,country,Ruritanian|Ruritanians,RUR\n"
        "Strelsau General,organisation,,\n"
        "Triage Scale,benchmark,triage,\n"
    ),
    "sources.csv": (
        "source,title,publisher,url,quality,retrieved,licence,sha256\n"
        "health_office,Waiting times,Health Office,https://example.org,primary,2026-01-31,CC0-1.0,\n"
    ),
    "observations.csv": (
        "indicator,entity,dimension,period,value,unit,edition,published,source,note\n"
        "waiting_time,Ruritania,,2024,14.2,weeks,2025,2025-02-01,health_office,\n"
        "waiting_time,Ruritania,,2024,14.6,weeks,2025,2025-06-01,health_office,revised\n"
        "waiting_time,Ruritania,hips,2024,20,weeks,2025,2025-02-01,health_office,\n"
        "waiting_time,Strelsau General,Triage Scale,2024-01/2024-06,9,weeks,2025,2025-02-01,"
        "health_office,\n"
        "opened,Strelsau General,,1998,1998-05-04,date,2025,2025-02-01,health_office,\n"
    ),
}
"""A pack on hospitals in a country that does not exist."""

UNITS = ["weeks", "date"]


def _schema(table: str) -> dict:
    columns = FILES[table].splitlines()[0].split(",")
    fields = [{"name": column, "type": "string"} for column in columns]
    for field in fields:
        if field["name"] == "unit":
            field["constraints"] = {"enum": UNITS}
    return {"fields": fields}


@pytest.fixture
def write_pack(tmp_path):
    """Write the pack above, some files or cells exchanged, and return its folder.

    `write_pack("name", {"file.csv": ("old", "new")})`; a bare string is the whole file, None
    leaves it out.
    """

    def write(name: str = "hospitals", changes: dict | None = None) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        resources = [
            {"name": file.removesuffix(".csv"), "path": file, "schema": _schema(file)}
            for file in FILES
        ]
        head = {"name": name, "version": "1.0", "title": "Hospitals", "resources": resources}
        files = {"datapackage.json": json.dumps(head), **FILES}
        for file, change in (changes or {}).items():
            if isinstance(change, tuple):
                assert change[0] in files[file]
                files[file] = files[file].replace(*change)
            else:
                files[file] = change
        for file, text in files.items():
            if text is not None:
                content = text if isinstance(text, bytes) else text.encode()
                (folder / file).write_bytes(content)
        return folder

    return write
