"""Files a request and follows it with two clients that others wrote: `three` (posts, MIT) and `georeport` (reads, Apache-2.0)."""

import io
import itertools
import json
import sys

# `three` was written for Python 2 and asks for one name that Python 3 no longer has.
itertools.ifilter = filter

from georeport import GeoReport
from three import Three

base, key, jurisdiction, service, photo = sys.argv[1:]
client = Three(base, api_key=key, jurisdiction=jurisdiction)
readers = {
    form: GeoReport(base, jurisdiction=jurisdiction, api_key=key, output_format=form) for form in ("json", "xml")
}

said = {
    "name": "Ming Wang",
    "phone": "13800000000",
    "address": "滨江区新河路",
    "lat": 30.24153,
    "long": 120.17562,
    "description": "路灯三天没亮了",
}
posted = client.post(service, **said)
with open(photo, "rb") as file:
    with_photo = client.post(service, media=io.BytesIO(file.read()), **said)
number = posted[0]["service_request_id"]

json.dump(
    {
        "discovery": client.discovery(),
        "services": len(client.services()),
        "posted": posted,
        "with_photo": with_photo,
        "refused": Three(base, api_key="wrong", jurisdiction=jurisdiction).post(service, **said),
        "by_three": client.request(number),
        "open": [each["service_request_id"] for each in client.requests(status="open")],
        "between": client.requests(start="11-20-2026", end="11-24-2026", count=1),
        "definition": {form: reader.get_service_definition(service) for form, reader in readers.items()},
        "names": {
            form: [each["service_name"] for each in reader.get_service_list()] for form, reader in readers.items()
        },
        "read": {form: reader.get_service_request(number) for form, reader in readers.items()},
        "listed": {
            form: [each["service_request_id"] for each in reader.get_service_requests(service_code=service)]
            for form, reader in readers.items()
        },
    },
    sys.stdout,
)
