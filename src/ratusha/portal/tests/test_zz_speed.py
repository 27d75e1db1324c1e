import time, cProfile, pstats, pytest
@pytest.mark.usefixtures("_catalogue")
def test_x(client, settings, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    for a in ["/be/", "/be/services/U200/1.3.2/", "/be/search/?q=детские пособия", "/be/services/", "/be/services/U200/chapters/2/", "/be/about/"]:
        for _ in range(5): client.get(a)
        with CaptureQueriesContext(connection, ) as q: client.get(a)
        t=time.process_time(); w=time.perf_counter()
        for _ in range(100): client.get(a)
        print(a, len(q), "cpu ms", (time.process_time()-t)*10, "wall", (time.perf_counter()-w)*10)
        for x in q: print('   ', x['sql'][:130])
    p=cProfile.Profile(); p.enable()
    for _ in range(200): client.get("/be/services/U200/1.3.2/")
    p.disable(); pstats.Stats(p).sort_stats("cumtime").print_stats(45)
    settings.PUBLIC_PAGE_SECONDS=30
    t=time.process_time()
    for _ in range(300): client.get("/be/services/U200/1.3.2/")
    print("cached cpu ms", (time.process_time()-t)/.3)
