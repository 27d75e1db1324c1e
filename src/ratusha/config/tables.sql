-- Written by `ratusha tables write`: of migrations eef33a2f567ac7e6e92e71a33fbffdeb530d39c0f1f7fbf93d8599d322538938, content f2f56273ed0a94a615587fbbd9bddac5df5d300b6996db560f62c2da6aafa461
SELECT pg_catalog.set_config('search_path', '', true);
SELECT pg_catalog.set_config('check_function_bodies', 'off', true);
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.audit_protect() RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    root text;
    family regclass;
BEGIN
    FOREACH root IN ARRAY ARRAY['audit_entry', 'audit_seal', 'audit_link'] LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON %I'
            ' FOR EACH ROW EXECUTE FUNCTION audit_refuse()', root);
        FOR family IN SELECT relid FROM pg_partition_tree(root::regclass)
                      UNION SELECT root::regclass LOOP
            EXECUTE format(
                'CREATE OR REPLACE TRIGGER audit_no_truncate BEFORE TRUNCATE ON %s'
                ' FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()', family);
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
                EXECUTE format('REVOKE ALL ON %s FROM ratusha_app', family);
            END IF;
        END LOOP;
    END LOOP;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
        GRANT SELECT ON audit_entry, audit_seal, audit_link TO ratusha_app;
        GRANT INSERT (action, object_type, object_id, by, body, details) ON audit_entry TO ratusha_app;
        GRANT INSERT (cluster, settled_tx, last_position, head) ON audit_seal TO ratusha_app;
        GRANT INSERT ON audit_link TO ratusha_app;
    END IF;
END $$;
CREATE FUNCTION public.audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'audit: entries are added, never changed or removed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.committee_keep_the_task() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    moves text[] := ARRAY['duty_id', 'taken_at', 'taken_by_id'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - moves = to_jsonb(OLD) - moves THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'committee: a task keeps its words (% on %)', TG_OP, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.committee_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.consultations_ballot_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'a ballot is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.consultations_only_while_open() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM consultations_poll
        WHERE id = NEW.poll_id AND status = 'open' AND clock_timestamp() < closes_at FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the poll is not open' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.documents_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.exchange_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'exchange: the journal is added to, never changed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.indicators_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.issues_assignment_leaves_no_gap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.stage = 'published' AND EXISTS (
        SELECT FROM issues_bordertile AS border
        WHERE border.border_id = NEW.border_id AND NOT border.cells <@ coalesce(
            (SELECT range_agg(given.cells) FROM issues_assignedtile AS given
             WHERE given.edition_id = NEW.id AND given.tile = border.tile), '{}')
    ) THEN
        RAISE EXCEPTION 'assignment_edition_leaves_no_gap' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assignment_edition_leaves_no_gap';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.issues_cells_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'cells of a territory are added, never changed or removed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.law_keep_the_marks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'law: what was done to a draft is only added to (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.obligations_keep_the_duty() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    moves text[] := ARRAY['standing', 'late_since', 'mend_by', 'handed_in_on', 'handed_in_by_id'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - moves = to_jsonb(OLD) - moves
        AND (OLD.late_since IS NULL OR NEW.late_since = OLD.late_since) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'obligations: a duty keeps its terms, and late is late for ever (% on %)', TG_OP, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.obligations_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.payments_keep_the_balance() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (SELECT sum(amount) FROM payments_entry WHERE charge_id = NEW.charge_id) < 0 THEN
        RAISE EXCEPTION 'payments: more would go out than came in (charge %)', NEW.charge_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.payments_keep_the_past() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'payments: the past is not rewritten (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.plans_keep_rows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    line jsonb;
    free boolean;
BEGIN
    IF TG_OP = 'DELETE' THEN
        line := to_jsonb(OLD);
    ELSE
        line := to_jsonb(NEW);
    END IF;
    IF line->>'annex_id' IS NULL THEN
        SELECT stage IN ('drafting', 'returned') INTO free FROM plans_paper WHERE id = (line->>TG_ARGV[0])::uuid;
    ELSE
        SELECT signed_at IS NULL INTO free FROM plans_annex WHERE id = (line->>'annex_id')::bigint;
    END IF;
    IF NOT free THEN
        RAISE EXCEPTION 'plans: what was handed over does not change (% on %)', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.plans_keep_the_paper() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.stage <> 'accepted' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'plans: an accepted paper is frozen, and none is removed (% on %)', TG_OP, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.plans_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.programmes_note_a_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO programmes_change DEFAULT VALUES;
    RETURN NULL;
END $$;
CREATE FUNCTION public.programmes_note_a_measure() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO programmes_change (measure) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION public.programmes_note_measures() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE touched uuid[];
BEGIN
    EXECUTE 'SELECT array_agg(DISTINCT case_id) FROM (' || TG_ARGV[0] || ') AS found (case_id)' INTO touched;
    IF cardinality(touched) > 100 THEN
        INSERT INTO programmes_change DEFAULT VALUES;
    ELSE
        INSERT INTO programmes_change (measure) SELECT unnest(touched);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.ratings_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.records_act_goes_forward() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NOT EXISTS (
        SELECT FROM jsonb_each(to_jsonb(OLD)) AS before JOIN jsonb_each(to_jsonb(NEW)) AS after USING (key)
        WHERE before.value NOT IN ('null', '""') AND before.value <> after.value
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'records: what an act of disposal says is not rewritten (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.records_keep_the_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE keys text[] := ARRAY(SELECT to_jsonb(OLD) ->> name FROM unnest(TG_ARGV) AS name);
BEGIN
    IF EXISTS (
        SELECT FROM records_disposalitem AS item JOIN records_disposal AS act ON act.id = item.disposal_id
        WHERE item.ended_at IS NULL AND act.confirmed_at IS NOT NULL
          AND (item.case_id::text = ANY(keys) OR item.reference = ANY(keys))
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'records: a case is kept until a confirmed act of disposal names it (%)', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.records_keep_the_figures() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'records: what is left of an erased case is added only (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.records_list_is_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE act bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.disposal_id ELSE NEW.disposal_id END;
BEGIN
    IF EXISTS (SELECT FROM records_disposal WHERE id = act AND proposed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'records: the list of an act of disposal is closed when it is proposed (%)', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION public.registers_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'registers: history is added, never changed or removed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.steering_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.systems_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'systems: versions of cards are added, never changed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TABLE public.accounts_appointment (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    permissions character varying(60)[] NOT NULL,
    "position" jsonb NOT NULL,
    since date NOT NULL,
    until date,
    appointed_by uuid,
    user_id uuid NOT NULL,
    CONSTRAINT appointment_does_not_end_before_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT appointment_gives_a_permission CHECK ((NOT (permissions = '{}'::character varying(60)[])))
);
CREATE TABLE public.accounts_consent (
    id uuid NOT NULL,
    purpose character varying(40) NOT NULL,
    provider character varying(40) NOT NULL,
    required character varying(40)[] NOT NULL,
    allowed character varying(40)[] NOT NULL,
    refused character varying(40)[] NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    user_id uuid NOT NULL,
    CONSTRAINT consent_is_withdrawn_after_it_is_given CHECK (((withdrawn_at IS NULL) OR (withdrawn_at >= given_at)))
);
CREATE TABLE public.accounts_demonstrationcard (
    id uuid NOT NULL,
    number character varying(64) NOT NULL,
    party_id uuid NOT NULL,
    personal_number bytea NOT NULL,
    attributes bytea NOT NULL,
    pin character varying(128) NOT NULL,
    puk character varying(128) NOT NULL,
    expires_on date NOT NULL,
    locked_at timestamp with time zone
);
CREATE TABLE public.accounts_heldwords (
    key character varying(64) NOT NULL,
    sealed bytea NOT NULL,
    until timestamp with time zone NOT NULL
);
CREATE TABLE public.accounts_identitycheck (
    id uuid NOT NULL,
    provider character varying(40) NOT NULL,
    handle character varying(200) NOT NULL,
    next_page character varying(2000) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT identity_check_expires_after_it_starts CHECK ((expires_at > started_at))
);
CREATE TABLE public.accounts_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    public_id uuid,
    mode smallint NOT NULL,
    device character varying(80) NOT NULL,
    place character varying(60) NOT NULL,
    began_at timestamp with time zone,
    seen_at timestamp with time zone,
    user_id uuid,
    CONSTRAINT accounts_session_mode_check CHECK ((mode >= 0)),
    CONSTRAINT session_of_a_person_has_a_public_id CHECK (((user_id IS NULL) OR (public_id IS NOT NULL)))
);
CREATE TABLE public.accounts_tries (
    id bigint NOT NULL,
    scope character varying(12) NOT NULL,
    key character varying(64) NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    closed_until timestamp with time zone,
    CONSTRAINT accounts_tries_count_check CHECK ((count >= 0))
);
ALTER TABLE public.accounts_tries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_tries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user (
    password character varying(128) NOT NULL,
    id uuid NOT NULL,
    login character varying(64),
    party_id uuid,
    display_name character varying(200) NOT NULL,
    language character varying(7) NOT NULL,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    opened_at timestamp with time zone,
    named_in character varying(7) NOT NULL
);
CREATE TABLE public.appeals_answer (
    case_id uuid NOT NULL,
    result character varying(20) NOT NULL,
    ground_code character varying(60) NOT NULL,
    text text NOT NULL,
    remarks jsonb NOT NULL,
    document_id uuid,
    answered_at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    orally boolean NOT NULL,
    CONSTRAINT answer_has_words CHECK ((NOT (text = ''::text))),
    CONSTRAINT answer_is_a_paper_unless_it_was_spoken CHECK ((((document_id IS NOT NULL) AND (NOT orally)) OR ((document_id IS NULL) AND orally AND (NOT ((result)::text = 'left'::text))))),
    CONSTRAINT answer_without_consideration_has_a_ground CHECK (((((result)::text = 'left'::text) OR ((ground_code)::text = ''::text)) AND (1 = (
CASE
    WHEN ((result)::text = 'left'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((ground_code)::text = ''::text) THEN 1
    ELSE 0
END))))
);
CREATE TABLE public.appeals_appeal (
    case_id uuid NOT NULL,
    sort character varying(20) NOT NULL,
    text text NOT NULL,
    considered_before text NOT NULL,
    join_code character varying(43) NOT NULL,
    CONSTRAINT appeal_says_what_is_asked CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.appeals_forwarding (
    id bigint NOT NULL,
    from_body uuid NOT NULL,
    to_body uuid NOT NULL,
    reasons text NOT NULL,
    at timestamp with time zone NOT NULL,
    late boolean NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT forwarding_goes_to_another_body CHECK ((NOT (from_body = to_body))),
    CONSTRAINT forwarding_has_reasons CHECK ((NOT (reasons = ''::text)))
);
ALTER TABLE public.appeals_forwarding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_forwarding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_reception (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    begins_at timestamp with time zone NOT NULL,
    minutes smallint NOT NULL,
    places smallint NOT NULL,
    room character varying(200) NOT NULL,
    official_id uuid NOT NULL,
    CONSTRAINT appeals_reception_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT appeals_reception_places_check CHECK ((places >= 0)),
    CONSTRAINT reception_has_places_and_minutes CHECK (((minutes >= 5) AND (minutes <= 60) AND ((places >= 1) AND (places <= 40)))),
    CONSTRAINT reception_is_somewhere CHECK ((NOT ((room)::text = ''::text)))
);
CREATE TABLE public.appeals_signature (
    id bigint NOT NULL,
    party_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL
);
ALTER TABLE public.appeals_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_visitor (
    id uuid NOT NULL,
    number smallint NOT NULL,
    party_id uuid NOT NULL,
    matter character varying(500) NOT NULL,
    booked boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    given_up_at timestamp with time zone,
    case_id uuid,
    reception_id uuid NOT NULL,
    CONSTRAINT appeals_visitor_number_check CHECK ((number >= 0)),
    CONSTRAINT visitor_who_booked_says_with_what CHECK (((NOT booked) OR (NOT ((matter)::text = ''::text)))),
    CONSTRAINT visitor_who_spoke_has_not_given_up CHECK (((case_id IS NULL) OR (given_up_at IS NULL)))
);
CREATE TABLE public.applications_application (
    case_id uuid NOT NULL,
    answers jsonb NOT NULL,
    facts jsonb NOT NULL,
    edition_id uuid NOT NULL,
    owed_since timestamp with time zone,
    pay_until date
);
CREATE TABLE public.applications_decision (
    case_id uuid NOT NULL,
    outcome character varying(20) NOT NULL,
    ground_code character varying(60) NOT NULL,
    ground jsonb NOT NULL,
    legal_source character varying(300) NOT NULL,
    reasons text NOT NULL,
    document_id uuid,
    decided_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    by_id uuid NOT NULL,
    id bigint NOT NULL,
    round smallint NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_because text NOT NULL,
    drafted_by_id uuid,
    expires_on date,
    form character varying(10) NOT NULL,
    notified_at timestamp with time zone,
    notify_by date,
    CONSTRAINT applications_decision_round_check CHECK ((round >= 0)),
    CONSTRAINT decision_is_cancelled_for_a_reason CHECK ((((cancelled_at IS NULL) AND (cancelled_because = ''::text)) OR ((cancelled_at IS NOT NULL) AND (NOT (cancelled_because = ''::text))))),
    CONSTRAINT decision_is_confirmed_by_another_than_who_wrote_it CHECK (((drafted_by_id IS NULL) OR (NOT ((drafted_by_id = by_id) AND (drafted_by_id IS NOT NULL))))),
    CONSTRAINT decision_is_oral_only_when_it_refuses_to_accept CHECK ((((form)::text = 'written'::text) OR ((document_id IS NULL) AND ((outcome)::text = 'not_accepted'::text)))),
    CONSTRAINT decision_to_refuse_has_ground_source_and_reasons CHECK ((((outcome)::text = 'granted'::text) OR ((NOT ((ground_code)::text = ''::text)) AND (NOT ((legal_source)::text = ''::text)) AND (NOT (reasons = ''::text)))))
);
ALTER TABLE public.applications_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.applications_draft (
    id uuid NOT NULL,
    applicant_id uuid NOT NULL,
    language character varying(2) NOT NULL,
    answers jsonb NOT NULL,
    typed jsonb NOT NULL,
    facts jsonb NOT NULL,
    done jsonb NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    edition_id uuid NOT NULL,
    lodged_as_id uuid,
    user_id uuid NOT NULL,
    at_body uuid,
    channel character varying(20) NOT NULL,
    met_silence boolean NOT NULL
);
CREATE TABLE public.applications_draftdecision (
    id bigint NOT NULL,
    outcome character varying(20) NOT NULL,
    ground_code character varying(60) NOT NULL,
    reasons text NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    note text NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    ended_by_id uuid,
    CONSTRAINT draft_decision_to_refuse_has_ground_and_reasons CHECK ((((outcome)::text = 'granted'::text) OR ((NOT ((ground_code)::text = ''::text)) AND (NOT (reasons = ''::text)))))
);
ALTER TABLE public.applications_draftdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_draftdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.applications_leavermark (
    digest character varying(64) NOT NULL,
    quarter date NOT NULL
);
CREATE TABLE public.applications_leftdraft (
    id uuid NOT NULL,
    procedure character varying(40) NOT NULL,
    page character varying(60) NOT NULL,
    begun_in date NOT NULL,
    met_silence boolean NOT NULL,
    CONSTRAINT left_draft_names_a_month_and_no_day CHECK ((EXTRACT(day FROM begun_in) = (1)::numeric))
);
CREATE TABLE public.applications_ownwords (
    id bigint NOT NULL,
    series uuid NOT NULL,
    body_id uuid NOT NULL,
    ground_code character varying(60) NOT NULL,
    text jsonb NOT NULL,
    since date NOT NULL,
    retired boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT own_words_say_nothing_if_and_only_if_retired CHECK (((retired AND (text = '{}'::jsonb)) OR ((NOT retired) AND (NOT (text = '{}'::jsonb)))))
);
ALTER TABLE public.applications_ownwords ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_ownwords_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.applications_secondofficial (
    id bigint NOT NULL,
    body_id uuid NOT NULL,
    subject_code character varying(40) NOT NULL,
    since date NOT NULL,
    until date,
    set_by_id uuid NOT NULL
);
ALTER TABLE public.applications_secondofficial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_secondofficial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.applications_supplement (
    id bigint NOT NULL,
    wanted text NOT NULL,
    until date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    ended_at timestamp with time zone,
    answered_by_id uuid,
    asked_by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT supplement_that_was_answered_is_ended CHECK (((answered_by_id IS NULL) OR (ended_at IS NOT NULL)))
);
ALTER TABLE public.applications_supplement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_supplement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint NOT NULL,
    action character varying(80) NOT NULL,
    object_type character varying(80) NOT NULL,
    object_id character varying(120) NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
)
PARTITION BY RANGE (at);
CREATE TABLE public.audit_entry_2026 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2027 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2028 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2029 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2030 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2031 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2032 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2033 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2034 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2035 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2036 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2037 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2038 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2039 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2040 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_entry_2041 (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_entry_other (
    id bigint CONSTRAINT audit_entry_id_not_null NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT audit_entry_at_not_null NOT NULL,
    tx bigint DEFAULT ((pg_current_xact_id())::text)::bigint CONSTRAINT audit_entry_tx_not_null NOT NULL,
    action character varying(80) CONSTRAINT audit_entry_action_not_null NOT NULL,
    object_type character varying(80) CONSTRAINT audit_entry_object_type_not_null NOT NULL,
    object_id character varying(120) CONSTRAINT audit_entry_object_id_not_null NOT NULL,
    by uuid,
    body uuid,
    details jsonb DEFAULT '{}'::jsonb CONSTRAINT audit_entry_details_not_null NOT NULL,
    CONSTRAINT audit_entry_details_are_an_object CHECK ((jsonb_typeof(details) = 'object'::text)),
    CONSTRAINT audit_entry_names_its_action CHECK (((action)::text <> ''::text))
);
CREATE TABLE public.audit_link (
    "position" bigint NOT NULL,
    entry_id bigint NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT audit_link_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT audit_link_position_counts_from_one CHECK (("position" > 0))
);
CREATE TABLE public.audit_seal (
    number bigint NOT NULL,
    sealed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    cluster character varying(20) NOT NULL,
    settled_tx bigint NOT NULL,
    last_position bigint NOT NULL,
    head bytea NOT NULL,
    CONSTRAINT audit_seal_head_is_sha256 CHECK ((length(head) = 32))
);
ALTER TABLE public.audit_seal ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_seal_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_attachment (
    id bigint NOT NULL,
    file_id uuid NOT NULL,
    title character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL
);
ALTER TABLE public.cases_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_case (
    id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    kind character varying(20) NOT NULL,
    status character varying(30) NOT NULL,
    outcome character varying(20) NOT NULL,
    applicant_id uuid NOT NULL,
    body_id uuid NOT NULL,
    subject_code character varying(40) NOT NULL,
    title jsonb NOT NULL,
    language character varying(2) NOT NULL,
    channel character varying(20) NOT NULL,
    lodged_at timestamp with time zone NOT NULL,
    lodged_on date NOT NULL,
    due_on date,
    stopped_on date,
    closed_on date,
    handler_id uuid,
    lodged_by_id uuid,
    told_late_on date,
    CONSTRAINT case_has_a_due_date_unless_its_clock_stands CHECK ((((due_on IS NOT NULL) OR (stopped_on IS NOT NULL)) AND (1 = (
CASE
    WHEN (due_on IS NOT NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (stopped_on IS NOT NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT case_is_closed_after_it_was_lodged CHECK (((closed_on IS NULL) OR (closed_on >= lodged_on))),
    CONSTRAINT case_outcome_if_and_only_if_closed CHECK ((((closed_on IS NULL) AND ((outcome)::text = ''::text)) OR ((closed_on IS NOT NULL) AND (NOT ((outcome)::text = ''::text)))))
);
CREATE TABLE public.cases_caselink (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    about_id uuid NOT NULL,
    case_id uuid NOT NULL,
    by_id uuid,
    ended_at timestamp with time zone,
    ended_because text NOT NULL,
    ended_by_id uuid,
    reason text NOT NULL,
    CONSTRAINT case_is_not_about_itself CHECK ((NOT (case_id = about_id))),
    CONSTRAINT link_is_ended_by_somebody_for_a_reason CHECK ((((ended_at IS NULL) AND (ended_because = ''::text) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND (NOT (ended_because = ''::text)))))
);
ALTER TABLE public.cases_caselink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_caselink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_clockentry (
    id bigint NOT NULL,
    tick character varying(10) NOT NULL,
    "on" date NOT NULL,
    term character varying(40) NOT NULL,
    reason character varying(60) NOT NULL,
    source character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    case_id uuid NOT NULL,
    CONSTRAINT clock_term_where_one_is_set CHECK (((((tick)::text = ANY (ARRAY[('start'::character varying)::text, ('extend'::character varying)::text, ('restart'::character varying)::text])) AND (NOT ((term)::text = ''::text))) OR (((term)::text = ''::text) AND ((tick)::text = ANY (ARRAY[('stop'::character varying)::text, ('resume'::character varying)::text])))))
);
ALTER TABLE public.cases_clockentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_clockentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_message (
    id bigint NOT NULL,
    from_applicant boolean NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL
);
ALTER TABLE public.cases_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_rating (
    id bigint NOT NULL,
    body_id uuid NOT NULL,
    simplicity smallint NOT NULL,
    information smallint NOT NULL,
    term smallint NOT NULL,
    politeness smallint NOT NULL,
    comment text NOT NULL,
    at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    changed_at timestamp with time zone,
    set_aside_at timestamp with time zone,
    CONSTRAINT cases_rating_information_check CHECK ((information >= 0)),
    CONSTRAINT cases_rating_politeness_check CHECK ((politeness >= 0)),
    CONSTRAINT cases_rating_simplicity_check CHECK ((simplicity >= 0)),
    CONSTRAINT cases_rating_term_check CHECK ((term >= 0)),
    CONSTRAINT rating_marks_are_one_to_five CHECK (((simplicity >= 1) AND (simplicity <= 5) AND ((information >= 1) AND (information <= 5)) AND ((term >= 1) AND (term <= 5)) AND ((politeness >= 1) AND (politeness <= 5))))
);
ALTER TABLE public.cases_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_recusal (
    id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    official_id uuid NOT NULL,
    CONSTRAINT official_stands_aside_for_a_reason CHECK ((NOT (reason = ''::text)))
);
ALTER TABLE public.cases_recusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_recusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_skeleton (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    subject_code character varying(40) NOT NULL,
    body_id uuid NOT NULL,
    channel character varying(20) NOT NULL,
    outcome character varying(20) NOT NULL,
    closed_in date NOT NULL,
    days integer NOT NULL,
    in_term boolean NOT NULL,
    marks smallint,
    CONSTRAINT cases_skeleton_days_check CHECK ((days >= 0)),
    CONSTRAINT cases_skeleton_marks_check CHECK ((marks >= 0)),
    CONSTRAINT skeleton_names_a_month_and_no_day CHECK ((EXTRACT(day FROM closed_in) = (1)::numeric))
);
CREATE TABLE public.cases_steptaken (
    id bigint NOT NULL,
    step character varying(30) NOT NULL,
    status character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    by_id uuid,
    case_id uuid NOT NULL,
    mandate_id uuid,
    acting_for_id uuid
);
ALTER TABLE public.cases_steptaken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_steptaken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cases_substitution (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    deputy_id uuid NOT NULL,
    named_by_id uuid NOT NULL,
    principal_id uuid NOT NULL,
    CONSTRAINT substitution_does_not_end_before_it_begins CHECK ((until >= since)),
    CONSTRAINT substitution_is_by_another CHECK ((NOT (deputy_id = principal_id)))
);
CREATE TABLE public.committee_controldate (
    id bigint NOT NULL,
    due_on date NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    duty_id uuid NOT NULL,
    task_id uuid NOT NULL
);
ALTER TABLE public.committee_controldate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.committee_controldate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.committee_digest (
    id uuid NOT NULL,
    week date NOT NULL,
    tables jsonb NOT NULL,
    formula character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    committee_id uuid NOT NULL,
    ended jsonb NOT NULL,
    times jsonb NOT NULL,
    CONSTRAINT digest_is_of_a_week_from_its_monday CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);
CREATE TABLE public.committee_task (
    id uuid NOT NULL,
    year smallint NOT NULL,
    place integer NOT NULL,
    text text NOT NULL,
    resolution character varying(300) NOT NULL,
    case_reference character varying(24) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    committee_id uuid NOT NULL,
    duty_id uuid NOT NULL,
    given_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT committee_task_place_check CHECK ((place >= 0)),
    CONSTRAINT committee_task_year_check CHECK ((year >= 0)),
    CONSTRAINT task_has_a_ground CHECK ((NOT (((case_reference)::text = ''::text) AND ((resolution)::text = ''::text)))),
    CONSTRAINT task_is_for_another_organisation CHECK ((NOT (committee_id = organisation_id))),
    CONSTRAINT task_is_taken_by_somebody CHECK ((((taken_at IS NULL) AND (taken_by_id IS NULL)) OR ((taken_at IS NOT NULL) AND (taken_by_id IS NOT NULL)))),
    CONSTRAINT task_says_what_is_to_be_done CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.complaints_complaint (
    case_id uuid NOT NULL,
    standing character varying(20) NOT NULL,
    subject character varying(20) NOT NULL,
    number character varying(64) NOT NULL,
    first_body_id uuid NOT NULL,
    demand text NOT NULL,
    touches text NOT NULL,
    late_reasons text NOT NULL,
    may_complain_until date,
    restored_because text NOT NULL,
    CONSTRAINT complaint_of_a_third_party_says_how_it_is_touched CHECK ((((standing)::text = 'applicant'::text) OR (NOT (touches = ''::text)))),
    CONSTRAINT complaint_says_what_is_wrong CHECK ((NOT (demand = ''::text)))
);
CREATE TABLE public.complaints_explanation (
    id bigint NOT NULL,
    question text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer_by date NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id uuid,
    asked_by_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    CONSTRAINT explanation_has_words_and_a_person_when_given CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT explanation_is_given_after_it_was_asked_for CHECK (((answered_at IS NULL) OR (answered_at >= asked_at)))
);
ALTER TABLE public.complaints_explanation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.complaints_explanation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.complaints_obligation (
    case_id uuid NOT NULL,
    due_on date,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT obligation_ends_after_it_was_made CHECK (((ended_at IS NULL) OR (ended_at > made_at)))
);
CREATE TABLE public.complaints_ruling (
    case_id uuid NOT NULL,
    result character varying(20) NOT NULL,
    ground_code character varying(60) NOT NULL,
    legal_source character varying(300) NOT NULL,
    text text NOT NULL,
    document_id uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT ruling_has_a_legal_source_and_reasons CHECK (((NOT ((legal_source)::text = ''::text)) AND (NOT (text = ''::text)))),
    CONSTRAINT ruling_not_to_consider_has_a_ground CHECK (((NOT ((result)::text = 'not_considered'::text)) OR (NOT ((ground_code)::text = ''::text))))
);
CREATE TABLE public.consultations_approval (
    holder character varying(64) NOT NULL,
    projects jsonb NOT NULL,
    budget_id uuid NOT NULL,
    CONSTRAINT approval_names_a_project CHECK ((NOT (projects = '[]'::jsonb)))
);
CREATE TABLE public.consultations_ballot (
    receipt character varying(43) NOT NULL,
    credential character varying(64) NOT NULL,
    words text NOT NULL,
    poll_id uuid NOT NULL
);
CREATE TABLE public.consultations_budget (
    id uuid NOT NULL,
    code character varying(14) NOT NULL,
    body_id uuid NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(200) NOT NULL,
    about text NOT NULL,
    unit_code character varying(10) NOT NULL,
    amount integer NOT NULL,
    ideas_until date NOT NULL,
    votes_until date NOT NULL,
    status character varying(12) NOT NULL,
    outcome jsonb,
    CONSTRAINT budget_decided_if_and_only_if_there_is_an_outcome CHECK (((((status)::text = 'decided'::text) OR (outcome IS NULL)) AND (1 = (
CASE
    WHEN ((status)::text = 'decided'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (outcome IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT budget_has_money CHECK ((amount > 0)),
    CONSTRAINT budget_is_voted_on_after_the_ideas CHECK ((votes_until > ideas_until)),
    CONSTRAINT consultations_budget_amount_check CHECK ((amount >= 0))
);
CREATE TABLE public.consultations_comment (
    id uuid NOT NULL,
    part character varying(60) NOT NULL,
    text text NOT NULL,
    language character varying(2) NOT NULL,
    author_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    hidden_ground character varying(40) NOT NULL,
    draft_id uuid NOT NULL,
    reply_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT comment_that_is_hidden_is_not_answered CHECK ((((hidden_ground)::text = ''::text) OR (reply_id IS NULL)))
);
CREATE TABLE public.consultations_discussion (
    id uuid NOT NULL,
    code character varying(14) NOT NULL,
    body_id uuid NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(200) NOT NULL,
    about text NOT NULL,
    unit_code character varying(10) NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    map jsonb,
    placed integer NOT NULL,
    is_final boolean NOT NULL,
    conclusion text NOT NULL,
    concluded_on date,
    draft_id uuid,
    CONSTRAINT consultations_discussion_placed_check CHECK ((placed >= 0)),
    CONSTRAINT discussion_closes_after_it_opens CHECK ((closes_on > opens_on)),
    CONSTRAINT discussion_is_concluded_with_words CHECK ((((concluded_on IS NULL) OR (NOT (conclusion = ''::text))) AND (1 = (
CASE
    WHEN (concluded_on IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT (conclusion = ''::text)) THEN 1
    ELSE 0
END)))),
    CONSTRAINT discussion_places_people_on_a_map CHECK (((placed = 0) OR (NOT (map = 'null'::jsonb))))
);
CREATE TABLE public.consultations_draft (
    id uuid NOT NULL,
    code character varying(14) NOT NULL,
    body_id uuid NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(300) NOT NULL,
    about text NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    finished_on date,
    CONSTRAINT draft_closes_after_it_opens CHECK ((closes_on > opens_on)),
    CONSTRAINT draft_is_finished_after_it_closes CHECK (((finished_on IS NULL) OR (finished_on > closes_on)))
);
CREATE TABLE public.consultations_petition (
    id uuid NOT NULL,
    code character varying(14) NOT NULL,
    body_id uuid NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    unit_code character varying(10) NOT NULL,
    threshold integer NOT NULL,
    author_id uuid NOT NULL,
    status character varying(12) NOT NULL,
    lodged_at timestamp with time zone NOT NULL,
    due_on date,
    published_on date,
    collects_until date,
    signed integer NOT NULL,
    reached_on date,
    finished_on date,
    ground character varying(40) NOT NULL,
    note text NOT NULL,
    answer text NOT NULL,
    answered_late boolean NOT NULL,
    answered_by_id uuid,
    CONSTRAINT consultations_petition_signed_check CHECK ((signed >= 0)),
    CONSTRAINT consultations_petition_threshold_check CHECK ((threshold >= 0)),
    CONSTRAINT petition_answered_if_and_only_if_there_is_an_answer CHECK (((((status)::text = 'answered'::text) OR (answer = ''::text)) AND (1 = (
CASE
    WHEN ((status)::text = 'answered'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (answer = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT petition_is_finished_if_and_only_if_it_has_a_last_day CHECK (((((status)::text = ANY (ARRAY[('answered'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text, ('lapsed'::character varying)::text])) OR (finished_on IS NULL)) AND (1 = (
CASE
    WHEN ((status)::text = ANY (ARRAY[('answered'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text, ('lapsed'::character varying)::text])) THEN 1
    ELSE 0
END +
CASE
    WHEN (finished_on IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT petition_reached_has_its_signatures CHECK (((reached_on IS NULL) OR (signed >= threshold))),
    CONSTRAINT petition_refused_if_and_only_if_there_is_a_ground CHECK (((((status)::text = 'refused'::text) OR ((ground)::text = ''::text)) AND (1 = (
CASE
    WHEN ((status)::text = 'refused'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((ground)::text = ''::text) THEN 1
    ELSE 0
END))))
);
CREATE TABLE public.consultations_poll (
    id uuid NOT NULL,
    code character varying(14) NOT NULL,
    body_id uuid NOT NULL,
    language character varying(2) NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    questions jsonb NOT NULL,
    unit_code character varying(10) NOT NULL,
    age smallint NOT NULL,
    status character varying(12) NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    election text NOT NULL,
    trustee_keys text NOT NULL,
    paper_key text NOT NULL,
    paper_key_sealed bytea,
    papers_given integer,
    ballots_cast integer,
    receipts jsonb NOT NULL,
    archive bytea,
    result jsonb,
    prepared_by_id uuid NOT NULL,
    tally text NOT NULL,
    CONSTRAINT consultations_poll_age_check CHECK ((age >= 0)),
    CONSTRAINT consultations_poll_ballots_cast_check CHECK ((ballots_cast >= 0)),
    CONSTRAINT consultations_poll_papers_given_check CHECK ((papers_given >= 0)),
    CONSTRAINT poll_closes_after_it_is_prepared CHECK ((closes_at > prepared_at)),
    CONSTRAINT poll_counts_what_its_box_held CHECK ((((ballots_cast IS NULL) AND (closed_at IS NULL) AND (papers_given IS NULL)) OR ((ballots_cast <= papers_given) AND (closed_at IS NOT NULL)))),
    CONSTRAINT poll_has_a_question CHECK ((NOT (questions = '[]'::jsonb))),
    CONSTRAINT poll_result_only_when_counted CHECK ((((result IS NOT NULL) AND ((status)::text = 'counted'::text)) OR ((NOT ((status)::text = 'counted'::text)) AND (result IS NULL)))),
    CONSTRAINT poll_signs_papers_only_while_open CHECK ((((paper_key_sealed IS NOT NULL) AND ((status)::text = 'open'::text)) OR ((NOT ((status)::text = 'open'::text)) AND (paper_key_sealed IS NULL))))
);
CREATE TABLE public.consultations_project (
    id uuid NOT NULL,
    number smallint NOT NULL,
    author_id uuid NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    language character varying(2) NOT NULL,
    at timestamp with time zone NOT NULL,
    status character varying(12) NOT NULL,
    cost integer,
    reasons text NOT NULL,
    budget_id uuid NOT NULL,
    CONSTRAINT consultations_project_cost_check CHECK ((cost >= 0)),
    CONSTRAINT consultations_project_number_check CHECK ((number >= 0)),
    CONSTRAINT project_admitted_if_and_only_if_it_has_a_cost CHECK (((((status)::text = 'admitted'::text) OR (cost IS NULL)) AND (1 = (
CASE
    WHEN ((status)::text = 'admitted'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (cost IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT project_declined_has_reasons CHECK (((NOT ((status)::text = 'declined'::text)) OR (NOT (reasons = ''::text))))
);
CREATE TABLE public.consultations_reply (
    id bigint NOT NULL,
    decision character varying(10) NOT NULL,
    reasons text NOT NULL,
    part character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    draft_id uuid NOT NULL,
    CONSTRAINT reply_that_declines_has_reasons CHECK ((((decision)::text = 'taken'::text) OR (NOT (reasons = ''::text))))
);
ALTER TABLE public.consultations_reply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_reply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultations_signature (
    id bigint NOT NULL,
    person_id uuid NOT NULL,
    "on" date NOT NULL,
    petition_id uuid NOT NULL
);
ALTER TABLE public.consultations_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultations_stance (
    id bigint NOT NULL,
    holder character varying(64) NOT NULL,
    value smallint NOT NULL,
    statement_id bigint NOT NULL,
    CONSTRAINT stance_agrees_disagrees_or_passes CHECK ((value = ANY (ARRAY[1, '-1'::integer, 0])))
);
ALTER TABLE public.consultations_stance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_stance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultations_statement (
    id bigint NOT NULL,
    number smallint NOT NULL,
    text character varying(200) NOT NULL,
    language character varying(2) NOT NULL,
    author_id uuid,
    "on" date NOT NULL,
    status character varying(10) NOT NULL,
    ground character varying(40) NOT NULL,
    discussion_id uuid NOT NULL,
    CONSTRAINT consultations_statement_number_check CHECK ((number >= 0)),
    CONSTRAINT statement_declined_if_and_only_if_there_is_a_ground CHECK (((((status)::text = 'declined'::text) OR ((ground)::text = ''::text)) AND (1 = (
CASE
    WHEN ((status)::text = 'declined'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((ground)::text = ''::text) THEN 1
    ELSE 0
END))))
);
ALTER TABLE public.consultations_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultations_trustee (
    id uuid NOT NULL,
    number smallint NOT NULL,
    body_id uuid NOT NULL,
    public_key text NOT NULL,
    share text NOT NULL,
    poll_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT consultations_trustee_number_check CHECK ((number >= 0)),
    CONSTRAINT trustee_without_a_key_decrypts_nothing CHECK (((share = ''::text) OR (NOT (public_key = ''::text))))
);
CREATE TABLE public.consultations_version (
    id bigint NOT NULL,
    number smallint NOT NULL,
    source text NOT NULL,
    at timestamp with time zone NOT NULL,
    draft_id uuid NOT NULL,
    CONSTRAINT consultations_version_number_check CHECK ((number >= 0))
);
ALTER TABLE public.consultations_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultations_votingpaper (
    holder character varying(64) NOT NULL,
    asked character varying(64) NOT NULL,
    poll_id uuid NOT NULL
);
CREATE TABLE public.conversion_agreement (
    id bigint NOT NULL,
    side character varying(10) NOT NULL,
    agrees boolean NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    card_id uuid NOT NULL,
    CONSTRAINT disagreement_says_why CHECK ((agrees OR (NOT (words = ''::text))))
);
ALTER TABLE public.conversion_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conversion_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conversion_card (
    id uuid NOT NULL,
    procedure character varying(40) NOT NULL,
    number smallint NOT NULL,
    body_id uuid NOT NULL,
    stage character varying(12) NOT NULL,
    variant character varying(10) NOT NULL,
    as_is jsonb NOT NULL,
    to_be jsonb NOT NULL,
    acts text NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    agree_by date,
    switched_on_at timestamp with time zone,
    drawn_by_id uuid NOT NULL,
    act character varying(300) NOT NULL,
    fell_back_on date,
    rated jsonb NOT NULL,
    told_complaints integer,
    told_cost numeric(12,2),
    told_source character varying(300) NOT NULL,
    told_volume integer,
    CONSTRAINT card_fell_back_on_a_day_after_it_was_switched_on CHECK (((NOT ((stage)::text = 'fell_back'::text)) OR ((fell_back_on IS NOT NULL) AND (switched_on_at IS NOT NULL) AND (NOT (rated = '[]'::jsonb))))),
    CONSTRAINT card_is_sent_with_a_day_to_agree_by CHECK ((((agree_by IS NULL) AND (sent_at IS NULL) AND ((stage)::text = 'draft'::text)) OR ((NOT ((stage)::text = 'draft'::text)) AND (agree_by IS NOT NULL) AND (sent_at IS NOT NULL)))),
    CONSTRAINT case_costs_nothing_or_more CHECK (((told_cost IS NULL) OR (told_cost >= (0)::numeric))),
    CONSTRAINT conversion_card_number_check CHECK ((number >= 0)),
    CONSTRAINT conversion_card_told_complaints_check CHECK ((told_complaints >= 0)),
    CONSTRAINT conversion_card_told_volume_check CHECK ((told_volume >= 0)),
    CONSTRAINT what_is_told_of_the_way_as_it_is_has_a_source CHECK ((((told_complaints IS NULL) AND (told_cost IS NULL) AND (told_volume IS NULL)) OR (NOT ((told_source)::text = ''::text))))
);
CREATE TABLE public.conversion_work (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    "on" date NOT NULL,
    who character varying(300) NOT NULL,
    result text NOT NULL,
    goes_on boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    card_id uuid NOT NULL,
    CONSTRAINT work_of_development_always_goes_on CHECK (((NOT ((kind)::text = 'development'::text)) OR goes_on)),
    CONSTRAINT work_says_who_did_it_and_what_came_of_it CHECK (((NOT ((who)::text = ''::text)) AND (NOT (result = ''::text))))
);
ALTER TABLE public.conversion_work ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conversion_work_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.counter_signedpaper (
    draft_id uuid NOT NULL,
    digest character varying(64) NOT NULL,
    printed_at timestamp with time zone NOT NULL,
    signed_at timestamp with time zone,
    scan_id uuid,
    case_id uuid,
    visit_id uuid NOT NULL,
    CONSTRAINT paper_is_signed_after_it_is_printed CHECK (((signed_at IS NULL) OR (signed_at >= printed_at)))
);
CREATE TABLE public.counter_ticket (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    day date NOT NULL,
    number smallint NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    called_at timestamp with time zone,
    "window" character varying(10) NOT NULL,
    "end" character varying(8) NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT counter_ticket_number_check CHECK ((number >= 0)),
    CONSTRAINT ticket_has_an_end_if_and_only_if_a_moment CHECK ((((("end")::text = ''::text) AND (ended_at IS NULL)) OR ((NOT (("end")::text = ''::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT ticket_is_called_after_it_was_taken CHECK (((called_at IS NULL) OR (called_at >= taken_at)))
);
CREATE TABLE public.counter_visit (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    failed_checks smallint NOT NULL,
    person_id uuid,
    checked_at timestamp with time zone,
    consented_at timestamp with time zone,
    ended_at timestamp with time zone,
    official_id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    CONSTRAINT counter_visit_failed_checks_check CHECK ((failed_checks >= 0)),
    CONSTRAINT visitor_is_known_after_check_and_consent CHECK ((((checked_at IS NULL) AND (consented_at IS NULL) AND (person_id IS NULL)) OR ((checked_at IS NOT NULL) AND (consented_at IS NOT NULL) AND (person_id IS NOT NULL))))
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.documents_content (
    id uuid NOT NULL,
    body bytea NOT NULL
);
ALTER TABLE ONLY public.documents_content ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE public.documents_document (
    id uuid NOT NULL,
    kind character varying(60) NOT NULL,
    number character varying(60) NOT NULL,
    code character varying(12) NOT NULL,
    key character varying(20) NOT NULL,
    holder_id uuid NOT NULL,
    holder_name character varying(300) NOT NULL,
    holder_short character varying(100) NOT NULL,
    body_id uuid NOT NULL,
    body_name character varying(400) NOT NULL,
    case_reference character varying(40) NOT NULL,
    language character varying(8) NOT NULL,
    title character varying(400) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    issued_by_id uuid,
    valid_until date,
    sample boolean NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    key_id character varying(16) NOT NULL,
    seal character varying(128) NOT NULL,
    token text NOT NULL,
    content_id uuid NOT NULL,
    CONSTRAINT documents_document_size_check CHECK ((size >= 0))
);
CREATE TABLE public.documents_revocation (
    document_id uuid NOT NULL,
    reason jsonb NOT NULL,
    revoked_at timestamp with time zone NOT NULL,
    revoked_by_id uuid
);
CREATE TABLE public.documents_storedfile (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    name character varying(120) NOT NULL,
    media_type character varying(40) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    used_in character varying(40) NOT NULL,
    content_id uuid NOT NULL,
    CONSTRAINT documents_storedfile_size_check CHECK ((size >= 0)),
    CONSTRAINT file_is_not_empty CHECK ((size > 0))
);
CREATE TABLE public.documents_wrongcode (
    id bigint NOT NULL,
    source character varying(64) NOT NULL,
    hour timestamp with time zone NOT NULL,
    count integer NOT NULL,
    CONSTRAINT documents_wrongcode_count_check CHECK ((count >= 0))
);
ALTER TABLE public.documents_wrongcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_wrongcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_accessrecord (
    subject_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    service character varying(60) NOT NULL,
    part character varying(10) NOT NULL,
    fields character varying(60)[] NOT NULL,
    purpose character varying(60) NOT NULL,
    legal_basis character varying(300) NOT NULL,
    case_reference character varying(20) NOT NULL,
    procedure_code character varying(40) NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
)
PARTITION BY HASH (subject_id);
CREATE TABLE public.exchange_accessrecord_0 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_1 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_10 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_11 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_12 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_13 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_14 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_15 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_2 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_3 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_4 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_5 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_6 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_7 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_8 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_accessrecord_9 (
    subject_id uuid CONSTRAINT exchange_accessrecord_subject_id_not_null NOT NULL,
    id uuid CONSTRAINT exchange_accessrecord_id_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT exchange_accessrecord_at_not_null NOT NULL,
    service character varying(60) CONSTRAINT exchange_accessrecord_service_not_null NOT NULL,
    part character varying(10) CONSTRAINT exchange_accessrecord_part_not_null NOT NULL,
    fields character varying(60)[] CONSTRAINT exchange_accessrecord_fields_not_null NOT NULL,
    purpose character varying(60) CONSTRAINT exchange_accessrecord_purpose_not_null NOT NULL,
    legal_basis character varying(300) CONSTRAINT exchange_accessrecord_legal_basis_not_null NOT NULL,
    case_reference character varying(20) CONSTRAINT exchange_accessrecord_case_reference_not_null NOT NULL,
    procedure_code character varying(40) CONSTRAINT exchange_accessrecord_procedure_code_not_null NOT NULL,
    by uuid,
    body_id uuid,
    CONSTRAINT access_has_a_legal_basis CHECK (((legal_basis)::text <> ''::text)),
    CONSTRAINT access_has_a_purpose CHECK (((purpose)::text <> ''::text)),
    CONSTRAINT access_part_is_known CHECK (((part)::text = ANY (ARRAY[('subject'::character varying)::text, ('mentioned'::character varying)::text])))
);
CREATE TABLE public.exchange_interagencyrequest (
    id uuid NOT NULL,
    reference character varying(20) NOT NULL,
    service character varying(60) NOT NULL,
    question jsonb NOT NULL,
    to_body_id uuid NOT NULL,
    from_body_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    purpose character varying(60) NOT NULL,
    legal_basis character varying(300) NOT NULL,
    case_reference character varying(20) NOT NULL,
    procedure_code character varying(40) NOT NULL,
    status character varying(10) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by uuid,
    due_on date NOT NULL,
    due jsonb NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    facts jsonb,
    note text NOT NULL,
    CONSTRAINT body_does_not_ask_itself CHECK ((NOT (to_body_id = from_body_id))),
    CONSTRAINT request_answered_xor_waiting CHECK ((((answered_at IS NULL) AND (facts = 'null'::jsonb) AND ((status)::text = 'sent'::text)) OR ((answered_at IS NOT NULL) AND (facts IS NOT NULL) AND ((status)::text = 'answered'::text)))),
    CONSTRAINT request_belongs_to_a_case CHECK ((NOT ((case_reference)::text = ''::text)))
);
CREATE TABLE public.indicators_answer (
    id bigint NOT NULL,
    question character varying(40) NOT NULL,
    state character varying(12) NOT NULL,
    part numeric(18,4),
    whole numeric(18,4),
    findings jsonb NOT NULL,
    why character varying(10) NOT NULL,
    handed_in_at timestamp with time zone,
    answered_by_id uuid,
    verified_by_id uuid,
    task_id bigint NOT NULL,
    CONSTRAINT answer_is_verified_by_another CHECK (((verified_by_id IS NULL) OR (NOT ((verified_by_id = answered_by_id) AND (verified_by_id IS NOT NULL) AND (answered_by_id IS NOT NULL))))),
    CONSTRAINT answer_that_is_handed_in_has_a_figure CHECK ((((state)::text = ANY (ARRAY[('not_started'::character varying)::text, ('draft'::character varying)::text, ('returned'::character varying)::text])) OR (part IS NOT NULL)))
);
ALTER TABLE public.indicators_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.indicators_answerstep (
    id bigint NOT NULL,
    step character varying(12) NOT NULL,
    state character varying(12) NOT NULL,
    part numeric(18,4),
    whole numeric(18,4),
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_id bigint NOT NULL,
    by_id uuid,
    CONSTRAINT what_is_given_back_or_disputed_has_a_reason CHECK (((NOT ((step)::text = ANY (ARRAY[('give_back'::character varying)::text, ('dispute'::character varying)::text, ('uphold'::character varying)::text, ('overrule'::character varying)::text]))) OR (NOT (reason = ''::text))))
);
ALTER TABLE public.indicators_answerstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_answerstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.indicators_collection (
    id uuid NOT NULL,
    code character varying(60) NOT NULL,
    template character varying(40) NOT NULL,
    year smallint NOT NULL,
    round smallint NOT NULL,
    last_day date NOT NULL,
    seed integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    "table" text NOT NULL,
    together_at timestamp with time zone,
    published_at timestamp with time zone,
    opened_by_id uuid,
    publication_id uuid,
    published_by_id uuid,
    together_by_id uuid,
    CONSTRAINT collection_is_published_after_it_was_put_together CHECK (((published_at IS NULL) OR (together_at IS NOT NULL))),
    CONSTRAINT collection_is_published_by_another_than_put_it_together CHECK (((published_by_id IS NULL) OR (NOT ((published_by_id = together_by_id) AND (published_by_id IS NOT NULL) AND (together_by_id IS NOT NULL))))),
    CONSTRAINT indicators_collection_round_check CHECK ((round >= 0)),
    CONSTRAINT indicators_collection_seed_check CHECK ((seed >= 0)),
    CONSTRAINT indicators_collection_year_check CHECK ((year >= 0))
);
CREATE TABLE public.indicators_proof (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    link character varying(500) NOT NULL,
    file_id uuid,
    digest character varying(64) NOT NULL,
    taken_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_id bigint NOT NULL,
    by_id uuid,
    CONSTRAINT proof_is_a_file_or_a_link CHECK (((NOT ((link)::text = ''::text)) OR (file_id IS NOT NULL))),
    CONSTRAINT proof_with_a_file_has_its_fingerprint CHECK (((((digest)::text = ''::text) AND (file_id IS NULL)) OR ((file_id IS NOT NULL) AND (NOT ((digest)::text = ''::text)))))
);
ALTER TABLE public.indicators_proof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_proof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.indicators_snapshot (
    id uuid NOT NULL,
    code character varying(40) NOT NULL,
    version character varying(40) NOT NULL,
    unit character varying(10) NOT NULL,
    "on" date NOT NULL,
    value numeric(16,6),
    part numeric(18,4) NOT NULL,
    of bigint NOT NULL,
    covers character varying(20) NOT NULL,
    covered integer NOT NULL,
    covered_of integer NOT NULL,
    rows jsonb NOT NULL,
    hidden jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    back boolean NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    by_id uuid,
    CONSTRAINT indicators_snapshot_covered_check CHECK ((covered >= 0)),
    CONSTRAINT indicators_snapshot_covered_of_check CHECK ((covered_of >= 0)),
    CONSTRAINT indicators_snapshot_of_check CHECK ((of >= 0)),
    CONSTRAINT snapshot_covers_no_more_than_there_is CHECK ((covered <= covered_of)),
    CONSTRAINT snapshot_of_nothing_has_no_value CHECK (((of > 0) OR (value IS NULL)))
);
CREATE TABLE public.indicators_task (
    id bigint NOT NULL,
    subject character varying(20) NOT NULL,
    name jsonb NOT NULL,
    body_id uuid NOT NULL,
    collection_id uuid NOT NULL
);
ALTER TABLE public.indicators_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_assignedtile (
    id bigint NOT NULL,
    duty character varying(40) NOT NULL,
    days daterange NOT NULL,
    tile bigint NOT NULL,
    cells int8multirange NOT NULL,
    assignment_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    CONSTRAINT assigned_tile_has_days CHECK ((NOT isempty(days)))
);
ALTER TABLE public.issues_assignedtile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_assignedtile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_assignment (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    outline jsonb NOT NULL,
    square_metres double precision NOT NULL,
    executor_id uuid NOT NULL,
    edition_id uuid NOT NULL
);
CREATE TABLE public.issues_assignmentedition (
    id uuid NOT NULL,
    body_id uuid NOT NULL,
    duty character varying(40) NOT NULL,
    act character varying(300) NOT NULL,
    act_on date NOT NULL,
    sample boolean NOT NULL,
    stage character varying(10) NOT NULL,
    days daterange,
    findings jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    border_id uuid NOT NULL,
    CONSTRAINT assignment_edition_in_force_has_days CHECK ((((days IS NULL) AND (published_at IS NULL) AND ((stage)::text = 'draft'::text)) OR ((NOT isempty(days)) AND (days IS NOT NULL) AND (NOT lower_inf(days)) AND (published_at IS NOT NULL) AND ((stage)::text = 'published'::text)))),
    CONSTRAINT assignment_edition_names_its_act CHECK (((NOT ((act)::text = ''::text)) AND (NOT ((duty)::text = ''::text))))
);
CREATE TABLE public.issues_border (
    id uuid NOT NULL,
    unit_code character varying(10) NOT NULL,
    body_id uuid NOT NULL,
    outline jsonb NOT NULL,
    source character varying(300) NOT NULL,
    square_metres double precision NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.issues_bordertile (
    id bigint NOT NULL,
    tile bigint NOT NULL,
    cells int8multirange NOT NULL,
    border_id uuid NOT NULL
);
ALTER TABLE public.issues_bordertile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_bordertile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_cell (
    id bigint NOT NULL,
    level smallint NOT NULL,
    cell bigint NOT NULL,
    category character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    count integer NOT NULL,
    open integer NOT NULL,
    x bigint NOT NULL,
    y bigint NOT NULL,
    CONSTRAINT issues_cell_level_check CHECK ((level >= 0))
);
ALTER TABLE public.issues_cell ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_cell_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_client (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    key_fingerprint character varying(64) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT client_ends_after_it_began CHECK (((ended_at IS NULL) OR (ended_at >= since)))
);
CREATE TABLE public.issues_draw (
    id uuid NOT NULL,
    since date NOT NULL,
    until date,
    seed character varying(64) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    drawn_at timestamp with time zone,
    entered integer NOT NULL,
    hit integer NOT NULL,
    CONSTRAINT draw_has_its_last_day_once_it_is_drawn CHECK ((((drawn_at IS NULL) AND (until IS NULL)) OR ((drawn_at IS NOT NULL) AND (until >= since)))),
    CONSTRAINT draw_hits_nobody_who_did_not_enter CHECK ((hit <= entered)),
    CONSTRAINT issues_draw_entered_check CHECK ((entered >= 0)),
    CONSTRAINT issues_draw_hit_check CHECK ((hit >= 0))
);
CREATE TABLE public.issues_escalation (
    id bigint NOT NULL,
    rung smallint NOT NULL,
    missed character varying(10) NOT NULL,
    day date NOT NULL,
    body_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    issue_id uuid NOT NULL,
    CONSTRAINT issues_escalation_rung_check CHECK ((rung >= 0))
);
ALTER TABLE public.issues_escalation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_escalation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_executor (
    id uuid NOT NULL,
    code character varying(40) NOT NULL,
    name jsonb NOT NULL,
    body_id uuid,
    since date,
    until date,
    CONSTRAINT executor_does_not_end_before_it_begins CHECK (((since IS NULL) OR (until IS NULL) OR (until >= since)))
);
CREATE TABLE public.issues_flow (
    id bigint NOT NULL,
    source character varying(64) NOT NULL,
    what character varying(20) NOT NULL,
    hour timestamp with time zone NOT NULL,
    count integer NOT NULL,
    CONSTRAINT issues_flow_count_check CHECK ((count >= 0))
);
ALTER TABLE public.issues_flow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_flow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_habit (
    id bigint NOT NULL,
    key character varying(44) NOT NULL,
    share double precision NOT NULL,
    last_on date NOT NULL,
    executor_id uuid NOT NULL
);
ALTER TABLE public.issues_habit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_habit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_issue (
    case_id uuid NOT NULL,
    category character varying(40) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    public_words text NOT NULL,
    address character varying(300) NOT NULL,
    house_key character varying(160) NOT NULL,
    lat double precision,
    lon double precision,
    unit_code character varying(10) NOT NULL,
    planned_on date,
    routing jsonb NOT NULL,
    reporters_count integer NOT NULL,
    source_key character varying(80) NOT NULL,
    search_text text NOT NULL,
    executor_id uuid,
    merged_into_id uuid,
    alike_to_id uuid,
    CONSTRAINT issue_has_both_coordinates_or_none CHECK ((((lat IS NULL) AND (lon IS NULL)) OR ((lat IS NOT NULL) AND ((lat >= ('-90.0'::numeric)::double precision) AND (lat <= (90.0)::double precision)) AND (lon IS NOT NULL) AND ((lon >= ('-180.0'::numeric)::double precision) AND (lon <= (180.0)::double precision))))),
    CONSTRAINT issue_is_not_joined_with_itself CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = case_id) AND (merged_into_id IS NOT NULL))))),
    CONSTRAINT issue_is_reported_by_somebody CHECK ((reporters_count >= 1)),
    CONSTRAINT issue_is_somewhere CHECK (((lat IS NOT NULL) OR (NOT ((address)::text = ''::text)) OR (NOT ((source_key)::text = ''::text)))),
    CONSTRAINT issues_issue_reporters_count_check CHECK ((reporters_count >= 0))
);
CREATE TABLE public.issues_learned (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    weights jsonb NOT NULL,
    means jsonb NOT NULL,
    spreads jsonb NOT NULL,
    threshold double precision NOT NULL,
    precedents integer NOT NULL,
    own jsonb NOT NULL,
    CONSTRAINT issues_learned_precedents_check CHECK ((precedents >= 0))
);
ALTER TABLE public.issues_learned ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_learned_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_lot (
    id uuid NOT NULL,
    category character varying(40) NOT NULL,
    percent smallint NOT NULL,
    outcome character varying(12) NOT NULL,
    until date NOT NULL,
    tries smallint NOT NULL,
    tried_at timestamp with time zone,
    taken_at timestamp with time zone,
    done boolean,
    mark smallint,
    words text NOT NULL,
    channel character varying(4) NOT NULL,
    ended_at timestamp with time zone,
    opened_again boolean NOT NULL,
    draw_id uuid NOT NULL,
    executor_id uuid,
    issue_id uuid NOT NULL,
    reporter_id uuid NOT NULL,
    taken_by_id uuid,
    CONSTRAINT issues_lot_mark_check CHECK ((mark >= 0)),
    CONSTRAINT issues_lot_percent_check CHECK ((percent >= 0)),
    CONSTRAINT issues_lot_tries_check CHECK ((tries >= 0)),
    CONSTRAINT lot_ends_unless_it_waits CHECK ((((ended_at IS NULL) AND ((outcome)::text = ANY (ARRAY[('waiting'::character varying)::text, ('not_drawn'::character varying)::text]))) OR ((NOT ((outcome)::text = ANY (ARRAY[('waiting'::character varying)::text, ('not_drawn'::character varying)::text]))) AND (ended_at IS NOT NULL)))),
    CONSTRAINT lot_is_taken_by_somebody_at_a_moment CHECK ((((taken_at IS NULL) AND (taken_by_id IS NULL)) OR ((taken_at IS NOT NULL) AND (taken_by_id IS NOT NULL)))),
    CONSTRAINT lot_that_is_answered_says_whether_it_is_done CHECK ((((done IS NOT NULL) AND ((outcome)::text = 'answered'::text) AND (NOT ((channel)::text = ''::text))) OR ((NOT ((outcome)::text = 'answered'::text)) AND ((channel)::text = ''::text) AND (done IS NULL) AND (mark IS NULL) AND (words = ''::text)))),
    CONSTRAINT mark_of_the_work_is_one_to_five CHECK (((mark IS NULL) OR ((mark >= 1) AND (mark <= 5)))),
    CONSTRAINT only_work_that_is_not_done_is_opened_again CHECK (((NOT opened_again) OR ((NOT done) AND (done IS NOT NULL))))
);
CREATE TABLE public.issues_photo (
    id uuid NOT NULL,
    shows character varying(10) NOT NULL,
    file_id uuid,
    public_file_id uuid,
    at timestamp with time zone NOT NULL,
    issue_id uuid NOT NULL,
    areas jsonb NOT NULL,
    erased_on date,
    CONSTRAINT photo_for_everybody_is_never_the_original CHECK (((public_file_id IS NULL) OR (file_id IS NULL) OR (NOT ((public_file_id = file_id) AND (public_file_id IS NOT NULL) AND (file_id IS NOT NULL))))),
    CONSTRAINT photo_has_its_original_until_it_is_erased CHECK ((((erased_on IS NULL) AND (file_id IS NOT NULL)) OR ((erased_on IS NOT NULL) AND (file_id IS NULL))))
);
CREATE TABLE public.issues_precedent (
    reference character varying(24) NOT NULL,
    category character varying(40) NOT NULL,
    "group" character varying(40) NOT NULL,
    "on" date NOT NULL,
    east double precision,
    north double precision,
    house_key character varying(160) NOT NULL,
    executor_id uuid NOT NULL,
    CONSTRAINT precedent_has_both_coordinates_or_none CHECK ((((east IS NULL) AND (north IS NULL)) OR ((east IS NOT NULL) AND (north IS NOT NULL))))
);
CREATE TABLE public.issues_reporter (
    id uuid NOT NULL,
    party_id uuid,
    code_fingerprint character varying(64) NOT NULL,
    language character varying(2) NOT NULL,
    at timestamp with time zone NOT NULL,
    issue_id uuid NOT NULL,
    came_as_id uuid NOT NULL,
    CONSTRAINT reporter_is_known_by_party_or_by_code CHECK (((((code_fingerprint)::text = ''::text) AND (party_id IS NOT NULL)) OR ((party_id IS NULL) AND (NOT ((code_fingerprint)::text = ''::text)))))
);
CREATE TABLE public.issues_routingverdict (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    told jsonb NOT NULL
);
ALTER TABLE public.issues_routingverdict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_routingverdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.issues_shown (
    issue_id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    category character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    executor_id uuid,
    unit_code character varying(10) NOT NULL,
    reported_on date NOT NULL,
    days integer,
    x integer,
    y integer,
    place bigint,
    reported_at timestamp with time zone,
    given_at timestamp with time zone,
    done_at timestamp with time zone,
    closed_at timestamp with time zone,
    in_term boolean,
    CONSTRAINT issues_shown_days_check CHECK ((days >= 0)),
    CONSTRAINT shown_has_a_whole_place_or_none CHECK ((((place IS NULL) AND (x IS NULL) AND (y IS NULL)) OR ((place IS NOT NULL) AND (x IS NOT NULL) AND (y IS NOT NULL))))
);
CREATE TABLE public.issues_telephone (
    reporter_id uuid NOT NULL,
    sealed bytea NOT NULL,
    agreed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.issues_workreport (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    executor_id uuid NOT NULL,
    issue_id uuid NOT NULL,
    CONSTRAINT work_report_has_words CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.issues_workreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.issues_workreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kernel_outboxentry (
    id bigint NOT NULL,
    event character varying(100) NOT NULL,
    handler character varying(100) NOT NULL,
    payload jsonb NOT NULL,
    written_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    failed_at timestamp with time zone,
    last_error text NOT NULL,
    CONSTRAINT kernel_outboxentry_attempts_check CHECK ((attempts >= 0))
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000');
ALTER TABLE public.kernel_outboxentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kernel_outboxentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.law_draftmark (
    id bigint NOT NULL,
    act character varying(10) NOT NULL,
    fact character varying(40) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    draft_id uuid NOT NULL
);
ALTER TABLE public.law_draftmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.law_draftmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.law_rowdraft (
    id uuid NOT NULL,
    code character varying(40) NOT NULL,
    body_id uuid NOT NULL,
    source jsonb NOT NULL,
    cells jsonb NOT NULL,
    facts jsonb NOT NULL,
    to_do jsonb NOT NULL,
    text text NOT NULL,
    by_hand boolean NOT NULL,
    state character varying(10) NOT NULL,
    compiled_at timestamp with time zone NOT NULL,
    reviewed_at timestamp with time zone,
    published_at timestamp with time zone,
    edition_id uuid,
    published_by_id uuid,
    reviewed_by_id uuid,
    CONSTRAINT row_draft_is_published_by_a_second_person CHECK (((published_by_id IS NULL) OR (NOT ((published_by_id = reviewed_by_id) AND (published_by_id IS NOT NULL) AND (reviewed_by_id IS NOT NULL))))),
    CONSTRAINT row_draft_is_reviewed_before_it_is_published CHECK ((((published_by_id IS NULL) AND (reviewed_by_id IS NULL) AND ((state)::text = 'compiled'::text)) OR ((published_by_id IS NULL) AND (reviewed_by_id IS NOT NULL) AND ((state)::text = 'reviewed'::text)) OR ((edition_id IS NOT NULL) AND (published_by_id IS NOT NULL) AND (reviewed_by_id IS NOT NULL) AND ((state)::text = 'published'::text))))
);
CREATE TABLE public.law_signoff (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    before character varying(64) NOT NULL,
    after character varying(64) NOT NULL,
    report jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL
);
ALTER TABLE public.law_signoff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.law_signoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.law_verdict (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    version character varying(20) NOT NULL,
    code character varying(40) NOT NULL,
    green boolean NOT NULL,
    told jsonb NOT NULL,
    tried_at timestamp with time zone NOT NULL
);
ALTER TABLE public.law_verdict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.law_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.life_events_errand (
    id uuid NOT NULL,
    procedure character varying(40) NOT NULL,
    place smallint NOT NULL,
    case_id uuid,
    draft_id uuid,
    sitting_id uuid NOT NULL,
    CONSTRAINT life_events_errand_place_check CHECK ((place >= 0))
);
CREATE TABLE public.life_events_offer (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    rule character varying(40) NOT NULL,
    about character varying(60) NOT NULL,
    answers jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    until date NOT NULL,
    reply character varying(10) NOT NULL,
    replied_at timestamp with time zone,
    sitting_id uuid,
    CONSTRAINT offer_is_replied_to_at_a_moment CHECK ((((replied_at IS NULL) AND ((reply)::text = 'open'::text)) OR ((NOT ((reply)::text = 'open'::text)) AND (replied_at IS NOT NULL))))
);
CREATE TABLE public.life_events_sitting (
    id uuid NOT NULL,
    applicant_id uuid NOT NULL,
    event character varying(40) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);
CREATE TABLE public.measures_actrecorded (
    id bigint NOT NULL,
    step character varying(30) NOT NULL,
    act character varying(300) NOT NULL,
    reasons text NOT NULL,
    skips boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT act_recorded_is_named CHECK ((NOT ((act)::text = ''::text))),
    CONSTRAINT skipped_step_has_reasons CHECK (((NOT skips) OR (NOT (reasons = ''::text))))
);
ALTER TABLE public.measures_actrecorded ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_actrecorded_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_agendaitem (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    "order" character varying(300) NOT NULL,
    proposal character varying(20) NOT NULL,
    heard text NOT NULL,
    decision character varying(20) NOT NULL,
    ground character varying(40) NOT NULL,
    votes_for smallint,
    against smallint,
    abstained smallint,
    not_taking_part smallint,
    decided_at timestamp with time zone,
    case_id uuid NOT NULL,
    version_id bigint NOT NULL,
    session_id uuid NOT NULL,
    box jsonb NOT NULL,
    secret boolean NOT NULL,
    CONSTRAINT decision_has_its_votes_and_moment CHECK ((((decided_at IS NULL) AND ((decision)::text = ''::text) AND (votes_for IS NULL)) OR ((NOT ((decision)::text = ''::text)) AND (decided_at IS NOT NULL) AND (votes_for IS NOT NULL)))),
    CONSTRAINT decision_to_reject_has_a_ground CHECK (((NOT ((decision)::text = 'reject'::text)) OR (NOT ((ground)::text = ''::text)))),
    CONSTRAINT measures_agendaitem_abstained_check CHECK ((abstained >= 0)),
    CONSTRAINT measures_agendaitem_against_check CHECK ((against >= 0)),
    CONSTRAINT measures_agendaitem_not_taking_part_check CHECK ((not_taking_part >= 0)),
    CONSTRAINT measures_agendaitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT measures_agendaitem_votes_for_check CHECK ((votes_for >= 0))
);
CREATE TABLE public.measures_agreement (
    case_id uuid NOT NULL,
    text text NOT NULL,
    starts_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT pilot_agreement_has_words CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.measures_amendment (
    id bigint NOT NULL,
    number smallint NOT NULL,
    title character varying(100) NOT NULL,
    signed_on date NOT NULL,
    ground character varying(40) NOT NULL,
    reasons text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    CONSTRAINT amendment_changes_something_and_says_why CHECK (((NOT (before = after)) AND (NOT ((ground)::text = ''::text)) AND (NOT (reasons = ''::text)))),
    CONSTRAINT measures_amendment_number_check CHECK ((number >= 0))
);
ALTER TABLE public.measures_amendment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_autoreport (
    id bigint NOT NULL,
    number smallint NOT NULL,
    "similar" jsonb NOT NULL,
    advice jsonb NOT NULL,
    language character varying(8) NOT NULL,
    made_with jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    version_id bigint,
    CONSTRAINT measures_autoreport_number_check CHECK ((number >= 0))
);
ALTER TABLE public.measures_autoreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_autoreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_baseline (
    id bigint NOT NULL,
    number smallint NOT NULL,
    act character varying(300) NOT NULL,
    total numeric(16,2),
    ends_on date,
    at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT measures_baseline_number_check CHECK ((number >= 0))
);
ALTER TABLE public.measures_baseline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_baseline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_benefitreview (
    id bigint NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    figures jsonb NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT measures_benefitreview_months_check CHECK ((months >= 0)),
    CONSTRAINT review_of_benefits_has_words CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.measures_benefitreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_benefitreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_call (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    year smallint NOT NULL,
    name jsonb NOT NULL,
    terms jsonb NOT NULL,
    how_to_apply jsonb NOT NULL,
    sought jsonb NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    act character varying(300) NOT NULL,
    published_at timestamp with time zone,
    published_by_id uuid,
    written_by_id uuid NOT NULL,
    CONSTRAINT call_closes_after_it_opens CHECK ((closes_on >= opens_on)),
    CONSTRAINT call_is_published_by_an_act_of_another_person CHECK (((((act)::text = ''::text) AND (published_at IS NULL) AND (published_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL) AND (NOT ((act)::text = ''::text)) AND (NOT ((published_by_id = written_by_id) AND (published_by_id IS NOT NULL)))))),
    CONSTRAINT measures_call_year_check CHECK ((year >= 0))
);
ALTER TABLE public.measures_call ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_callquestion (
    id uuid NOT NULL,
    language character varying(2) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id uuid,
    by_id uuid NOT NULL,
    call_id bigint NOT NULL,
    CONSTRAINT call_question_is_answered_by_somebody_with_words CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((NOT (answer = ''::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL))))
);
CREATE TABLE public.measures_checkproof (
    id bigint NOT NULL,
    code character varying(4) NOT NULL,
    text text NOT NULL,
    figure numeric(12,2),
    file_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    is_open boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT proof_of_a_check_has_words CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.measures_checkproof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_checkproof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_classification (
    case_id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    exception character varying(40) NOT NULL,
    reasons text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    answers jsonb NOT NULL,
    CONSTRAINT classification_is_a_kind_or_an_exception CHECK (((((kind)::text = ''::text) AND (NOT ((exception)::text = ''::text))) OR ((NOT ((kind)::text = ''::text)) AND ((exception)::text = ''::text))))
);
CREATE TABLE public.measures_commissioning (
    case_id uuid NOT NULL,
    act character varying(300) NOT NULL,
    register_number character varying(60) NOT NULL,
    checks character varying(4)[] NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT commissioning_names_act_and_register_number CHECK (((NOT ((act)::text = ''::text)) AND (NOT ((register_number)::text = ''::text))))
);
CREATE TABLE public.measures_condition (
    id uuid NOT NULL,
    text text NOT NULL,
    due_on date NOT NULL,
    met_on date,
    evidence text NOT NULL,
    item_id uuid NOT NULL,
    met_by_id uuid,
    CONSTRAINT condition_has_words CHECK ((NOT (text = ''::text))),
    CONSTRAINT condition_met_has_evidence_and_a_person CHECK ((((evidence = ''::text) AND (met_by_id IS NULL) AND (met_on IS NULL)) OR ((met_by_id IS NOT NULL) AND (met_on IS NOT NULL) AND (NOT (evidence = ''::text)))))
);
CREATE TABLE public.measures_contract (
    id uuid NOT NULL,
    number character varying(60) NOT NULL,
    signed_on date NOT NULL,
    ends_on date NOT NULL,
    amount numeric(16,2) NOT NULL,
    year_sums jsonb NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT contract_ends_after_it_was_signed CHECK ((ends_on >= signed_on)),
    CONSTRAINT contract_has_a_price CHECK ((amount > (0)::numeric))
);
CREATE TABLE public.measures_contractterms (
    id bigint NOT NULL,
    contractor character varying(300) NOT NULL,
    contractor_number character varying(20) NOT NULL,
    vat numeric(5,2) NOT NULL,
    penalties text NOT NULL,
    rights character varying(10) NOT NULL,
    rights_terms text NOT NULL,
    warranty_months smallint NOT NULL,
    availability numeric(6,3),
    service text NOT NULL,
    exit_terms text NOT NULL,
    secrecy character varying(10) NOT NULL,
    confidential text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    criteria jsonb NOT NULL,
    CONSTRAINT contract_has_shares_of_a_hundred CHECK (((vat >= (0)::numeric) AND (vat <= (100)::numeric) AND ((availability IS NULL) OR ((availability >= (0)::numeric) AND (availability <= (100)::numeric))))),
    CONSTRAINT contract_that_gives_a_licence_says_which CHECK (((NOT ((rights)::text = 'licence'::text)) OR (NOT (rights_terms = ''::text)))),
    CONSTRAINT contract_that_is_confidential_says_what CHECK ((((secrecy)::text = 'open'::text) OR (NOT (confidential = ''::text)))),
    CONSTRAINT measures_contractterms_warranty_months_check CHECK ((warranty_months >= 0))
);
ALTER TABLE public.measures_contractterms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_contractterms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_correction (
    id bigint NOT NULL,
    field character varying(20) NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    reasons text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT correction_changes_something_and_says_why CHECK (((NOT (before = after)) AND (NOT (reasons = ''::text))))
);
ALTER TABLE public.measures_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_diaryentry (
    id uuid NOT NULL,
    "on" date NOT NULL,
    text text NOT NULL,
    summary character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT diary_entry_has_words CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.measures_direction (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    sphere character varying(40) NOT NULL,
    owner_id uuid NOT NULL,
    name jsonb NOT NULL,
    problem jsonb NOT NULL,
    data jsonb NOT NULL,
    site jsonb NOT NULL,
    success jsonb NOT NULL,
    call_id bigint NOT NULL,
    CONSTRAINT measures_direction_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.measures_evaluation (
    id bigint NOT NULL,
    effect numeric(16,3) NOT NULL,
    low numeric(16,3) NOT NULL,
    high numeric(16,3) NOT NULL,
    answers integer NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    cost numeric(16,2),
    grade character varying(1) NOT NULL,
    p double precision,
    points integer NOT NULL,
    side_effects text NOT NULL,
    warned character varying(20)[] NOT NULL,
    sites jsonb NOT NULL,
    CONSTRAINT effect_lies_within_its_interval CHECK (((low <= effect) AND (high >= effect))),
    CONSTRAINT measures_evaluation_answers_check CHECK ((answers >= 0)),
    CONSTRAINT measures_evaluation_points_check CHECK ((points >= 0))
);
ALTER TABLE public.measures_evaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_evaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_gramtable (
    id smallint NOT NULL,
    documents integer NOT NULL,
    counts bytea NOT NULL,
    CONSTRAINT measures_gramtable_documents_check CHECK ((documents >= 0)),
    CONSTRAINT measures_gramtable_id_check CHECK ((id >= 0)),
    CONSTRAINT there_is_one_gram_table CHECK ((id = 1))
);
CREATE TABLE public.measures_incident (
    id uuid NOT NULL,
    "on" date NOT NULL,
    severity character varying(10) NOT NULL,
    text text NOT NULL,
    summary character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT incident_says_what_happened_to_everybody CHECK (((NOT (text = ''::text)) AND (NOT ((summary)::text = ''::text))))
);
CREATE TABLE public.measures_incidentanswer (
    id bigint NOT NULL,
    done text NOT NULL,
    summary character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    CONSTRAINT incident_answer_says_what_was_done CHECK (((NOT (done = ''::text)) AND (NOT ((summary)::text = ''::text))))
);
ALTER TABLE public.measures_incidentanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_incidentanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_measure (
    case_id uuid NOT NULL,
    purpose character varying(20) NOT NULL,
    goal text NOT NULL,
    sphere character varying(40) NOT NULL,
    sources character varying(30)[] NOT NULL,
    programme character varying(20) NOT NULL,
    subprogramme character varying(20) NOT NULL,
    examined_by uuid,
    implementer_id uuid,
    scales_id uuid,
    regions character varying(10)[] NOT NULL,
    CONSTRAINT measure_has_a_source_of_money CHECK ((
CASE
    WHEN (sources IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(sources, 1), 0)
END > 0)),
    CONSTRAINT measure_says_its_goal CHECK ((NOT (goal = ''::text))),
    CONSTRAINT only_scaling_scales_a_pilot CHECK (((scales_id IS NULL) OR ((purpose)::text = 'scaling'::text)))
);
CREATE TABLE public.measures_measurement (
    id bigint NOT NULL,
    place character varying(200) NOT NULL,
    with_pilot boolean NOT NULL,
    "on" date NOT NULL,
    value numeric(16,3) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT measurement_says_its_place CHECK ((NOT ((place)::text = ''::text)))
);
ALTER TABLE public.measures_measurement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_measurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_mechanism (
    id bigint NOT NULL,
    way character varying(20) NOT NULL,
    implementer character varying(300) NOT NULL,
    why_not_competition text NOT NULL,
    tender character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    criteria text NOT NULL,
    handed text NOT NULL,
    level smallint,
    office character varying(60) NOT NULL,
    roles character varying(12)[] NOT NULL,
    unfair_checked_on date,
    CONSTRAINT measures_mechanism_level_check CHECK ((level >= 0)),
    CONSTRAINT mechanism_without_competition_says_why CHECK (((NOT ((way)::text = ANY (ARRAY[('office'::character varying)::text, ('customer_office'::character varying)::text]))) OR (NOT (why_not_competition = ''::text))))
);
ALTER TABLE public.measures_mechanism ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_mechanism_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_opinion (
    id bigint NOT NULL,
    organisation_id uuid NOT NULL,
    result character varying(20) NOT NULL,
    ground character varying(40) NOT NULL,
    legal_source character varying(300) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT opinion_has_words CHECK ((NOT (text = ''::text))),
    CONSTRAINT opinion_that_is_not_positive_has_ground_and_source CHECK ((((result)::text = 'positive'::text) OR ((NOT ((ground)::text = ''::text)) AND (NOT ((legal_source)::text = ''::text)))))
);
ALTER TABLE public.measures_opinion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_opinion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_passportdraft (
    case_id uuid NOT NULL,
    answers jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL
);
CREATE TABLE public.measures_passportversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    form character varying(40) NOT NULL,
    answers jsonb NOT NULL,
    warnings jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT measures_passportversion_number_check CHECK ((number >= 0))
);
ALTER TABLE public.measures_passportversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_passportversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_payment (
    id bigint NOT NULL,
    "on" date NOT NULL,
    amount numeric(16,2) NOT NULL,
    under_change boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    CONSTRAINT payment_is_above_zero CHECK ((amount > (0)::numeric))
);
ALTER TABLE public.measures_payment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_pilotterms (
    case_id uuid NOT NULL,
    hypothesis text NOT NULL,
    indicator character varying(200) NOT NULL,
    baseline numeric(16,3) NOT NULL,
    target numeric(16,3) NOT NULL,
    site character varying(300) NOT NULL,
    site_agreed character varying(300) NOT NULL,
    means text NOT NULL,
    design character varying(20) NOT NULL,
    months smallint NOT NULL,
    readiness smallint NOT NULL,
    stop_criteria text NOT NULL,
    compared_with character varying(200)[] NOT NULL,
    points smallint NOT NULL,
    direction_id uuid,
    CONSTRAINT measures_pilotterms_months_check CHECK ((months >= 0)),
    CONSTRAINT measures_pilotterms_points_check CHECK ((points >= 0)),
    CONSTRAINT measures_pilotterms_readiness_check CHECK ((readiness >= 0)),
    CONSTRAINT pilot_readiness_is_one_to_nine CHECK (((readiness >= 1) AND (readiness <= 9))),
    CONSTRAINT pilot_says_when_it_stops_and_who_agreed CHECK (((NOT (stop_criteria = ''::text)) AND (NOT ((site_agreed)::text = ''::text)))),
    CONSTRAINT pilot_under_a_direction_names_places_it_is_compared_with CHECK (((direction_id IS NULL) OR (NOT ((design)::text = 'comparison'::text)) OR (
CASE
    WHEN (compared_with IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(compared_with, 1), 0)
END > 0)))
);
CREATE TABLE public.measures_profile (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    key character varying(40) NOT NULL,
    name character varying(300) NOT NULL,
    sphere character varying(40) NOT NULL,
    action character varying(20) NOT NULL,
    text text NOT NULL,
    signature bytea NOT NULL,
    objects_named character varying(300)[] NOT NULL,
    owned character varying(300)[] NOT NULL,
    functions character varying(300)[] NOT NULL,
    users character varying(300)[] NOT NULL,
    procedures character varying(300)[] NOT NULL,
    created character varying(300)[] NOT NULL,
    replaced character varying(300)[] NOT NULL,
    switched_off_on date,
    availability numeric(6,3),
    total numeric(16,2),
    labour numeric(12,1),
    case_id uuid,
    licences numeric(7,4),
    equipment numeric(7,4),
    CONSTRAINT profile_of_a_measure_has_its_case CHECK ((((case_id IS NOT NULL) AND ((kind)::text = 'measure'::text)) OR ((case_id IS NULL) AND ((kind)::text = 'system'::text))))
);
ALTER TABLE public.measures_profile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_profile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_protocolcorrection (
    id uuid NOT NULL,
    number smallint NOT NULL,
    stood text NOT NULL,
    reads text NOT NULL,
    reasons text NOT NULL,
    document_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    item_id uuid,
    session_id uuid NOT NULL,
    CONSTRAINT measures_protocolcorrection_number_check CHECK ((number >= 0)),
    CONSTRAINT protocol_correction_says_what_it_changes_and_why CHECK (((NOT (stood = reads)) AND (NOT (stood = ''::text)) AND (NOT (reads = ''::text)) AND (NOT (reasons = ''::text))))
);
CREATE TABLE public.measures_remark (
    id bigint NOT NULL,
    block character varying(40) NOT NULL,
    field character varying(40) NOT NULL,
    ground character varying(40) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT remark_has_words CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.measures_remark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_remark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_rolloutfact (
    id bigint NOT NULL,
    place character varying(10) NOT NULL,
    "on" date NOT NULL,
    covered integer NOT NULL,
    evidence character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT measures_rolloutfact_covered_check CHECK ((covered >= 0)),
    CONSTRAINT rollout_fact_has_evidence CHECK ((NOT ((evidence)::text = ''::text)))
);
ALTER TABLE public.measures_rolloutfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_rolloutfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_rolloutplan (
    id bigint NOT NULL,
    place character varying(10) NOT NULL,
    counted character varying(200) NOT NULL,
    whole integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT measures_rolloutplan_whole_check CHECK ((whole >= 0)),
    CONSTRAINT rollout_covers_something_and_ends_after_it_starts CHECK (((ends_on > starts_on) AND (whole > 0) AND (NOT ((counted)::text = ''::text))))
);
ALTER TABLE public.measures_rolloutplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_rolloutplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_seat (
    id bigint NOT NULL,
    organisation_id uuid NOT NULL,
    present_since timestamp with time zone,
    member_id uuid NOT NULL,
    session_id uuid NOT NULL
);
ALTER TABLE public.measures_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_separateopinion (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    item_id uuid NOT NULL,
    seat_id bigint NOT NULL,
    CONSTRAINT separate_opinion_has_words CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.measures_separateopinion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_separateopinion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_session (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    body_id uuid NOT NULL,
    "on" date NOT NULL,
    manner character varying(20) NOT NULL,
    place character varying(200) NOT NULL,
    phase character varying(20) NOT NULL,
    published_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    sealed_at timestamp with time zone,
    document_id uuid,
    chair_id uuid,
    secretary_id uuid NOT NULL,
    CONSTRAINT session_is_opened_by_its_chair CHECK ((((chair_id IS NULL) AND (opened_at IS NULL)) OR ((chair_id IS NOT NULL) AND (opened_at IS NOT NULL)))),
    CONSTRAINT session_is_sealed_with_its_protocol CHECK ((((document_id IS NOT NULL) AND ((phase)::text = 'sealed'::text) AND (sealed_at IS NOT NULL)) OR ((NOT ((phase)::text = 'sealed'::text)) AND (document_id IS NULL) AND (sealed_at IS NULL))))
);
CREATE TABLE public.measures_similarcomment (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT comment_on_similar_has_words CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.measures_similarcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_similarcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_stage (
    id uuid NOT NULL,
    number smallint NOT NULL,
    result character varying(300) NOT NULL,
    due_on date NOT NULL,
    amount numeric(16,2) NOT NULL,
    accepted_on date,
    evidence text NOT NULL,
    accepted_by_id uuid,
    contract_id uuid NOT NULL,
    commit character varying(64) NOT NULL,
    state character varying(20) NOT NULL,
    with_code boolean NOT NULL,
    source character varying(30) NOT NULL,
    criteria text NOT NULL,
    CONSTRAINT measures_stage_number_check CHECK ((number >= 0)),
    CONSTRAINT stage_accepted_has_evidence_and_a_person CHECK ((((accepted_by_id IS NULL) AND (accepted_on IS NULL) AND (evidence = ''::text)) OR ((accepted_by_id IS NOT NULL) AND (accepted_on IS NOT NULL) AND (NOT (evidence = ''::text))))),
    CONSTRAINT stage_is_accepted_on_a_day CHECK ((((accepted_on IS NOT NULL) AND ((state)::text = ANY (ARRAY[('accepted'::character varying)::text, ('with_remarks'::character varying)::text]))) OR ((NOT ((state)::text = ANY (ARRAY[('accepted'::character varying)::text, ('with_remarks'::character varying)::text]))) AND (accepted_on IS NULL))))
);
CREATE TABLE public.measures_stageact (
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    text text NOT NULL,
    commit character varying(64) NOT NULL,
    mend_by date,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    stage_id uuid NOT NULL,
    CONSTRAINT act_of_a_stage_has_words CHECK ((NOT (text = ''::text))),
    CONSTRAINT remarks_on_a_stage_have_their_day CHECK ((((mend_by IS NOT NULL) AND ((step)::text = 'accept_with_remarks'::text)) OR ((NOT ((step)::text = 'accept_with_remarks'::text)) AND (mend_by IS NULL))))
);
ALTER TABLE public.measures_stageact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_stageact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_stagepaper (
    id bigint NOT NULL,
    file_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    act_id bigint NOT NULL
);
ALTER TABLE public.measures_stagepaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_stagepaper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_suspension (
    id bigint NOT NULL,
    act character varying(300) NOT NULL,
    reasons text NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_by_act character varying(300) NOT NULL,
    ended_at timestamp with time zone,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    ended_by_id uuid,
    CONSTRAINT suspension_names_its_act_and_ends_by_one CHECK (((NOT ((act)::text = ''::text)) AND (((ended_at IS NULL) AND (ended_by_id IS NULL) AND ((ended_by_act)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND (NOT ((ended_by_act)::text = ''::text))))))
);
ALTER TABLE public.measures_suspension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_suspension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measures_vote (
    id bigint NOT NULL,
    choice character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    item_id uuid NOT NULL,
    seat_id bigint NOT NULL
);
ALTER TABLE public.measures_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measures_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_letter (
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    state character varying(12) NOT NULL,
    tries smallint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    trouble character varying(200) NOT NULL,
    CONSTRAINT letter_waiting_xor_done_at CHECK ((((done_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (done_at IS NOT NULL)))),
    CONSTRAINT notifications_letter_tries_check CHECK ((tries >= 0))
);
CREATE TABLE public.notifications_notice (
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    kind character varying(60) NOT NULL,
    subject jsonb NOT NULL,
    body jsonb NOT NULL,
    case_reference character varying(40) NOT NULL,
    once character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone
)
PARTITION BY HASH (party_id);
CREATE TABLE public.notifications_notice_00 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_01 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_02 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_03 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_04 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_05 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_06 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_07 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_08 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_09 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_10 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_11 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_12 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_13 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_14 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_notice_15 (
    id uuid CONSTRAINT notifications_notice_id_not_null NOT NULL,
    party_id uuid CONSTRAINT notifications_notice_party_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT notifications_notice_kind_not_null NOT NULL,
    subject jsonb CONSTRAINT notifications_notice_subject_not_null NOT NULL,
    body jsonb CONSTRAINT notifications_notice_body_not_null NOT NULL,
    case_reference character varying(40) CONSTRAINT notifications_notice_case_reference_not_null NOT NULL,
    once character varying(120) CONSTRAINT notifications_notice_once_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT notifications_notice_created_at_not_null NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.notifications_withoutletters (
    party_id uuid NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.obligations_feedaddress (
    id bigint NOT NULL,
    secret_fingerprint character varying(64) NOT NULL,
    secret_sealed bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    body_id uuid NOT NULL,
    made_by_id uuid NOT NULL
);
ALTER TABLE public.obligations_feedaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.obligations_feedaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.obligations_obligation (
    id uuid NOT NULL,
    rule character varying(60) NOT NULL,
    period character varying(20) NOT NULL,
    title jsonb NOT NULL,
    source jsonb NOT NULL,
    room character varying(40) NOT NULL,
    about character varying(60) NOT NULL,
    opens_on date NOT NULL,
    named_on date NOT NULL,
    boundary character varying(12) NOT NULL,
    shift character varying(20) NOT NULL,
    due_on date NOT NULL,
    standing character varying(12) NOT NULL,
    late_since date,
    mend_by date,
    handed_in_on date,
    handed_in_by_id uuid,
    subject_id uuid NOT NULL,
    to_id uuid NOT NULL,
    CONSTRAINT obligation_handed_in_has_a_day CHECK (((NOT ((standing)::text = ANY (ARRAY[('submitted'::character varying)::text, ('returned'::character varying)::text, ('accepted'::character varying)::text]))) OR (handed_in_on IS NOT NULL))),
    CONSTRAINT obligation_is_due_after_it_opens CHECK ((due_on >= opens_on)),
    CONSTRAINT obligation_is_late_after_its_last_day CHECK (((late_since IS NULL) OR (late_since > due_on))),
    CONSTRAINT obligation_is_mended_only_while_given_back CHECK ((((mend_by IS NOT NULL) AND ((standing)::text = 'returned'::text)) OR ((NOT ((standing)::text = 'returned'::text)) AND (mend_by IS NULL))))
);
CREATE TABLE public.obligations_reminder (
    id bigint NOT NULL,
    deadline date NOT NULL,
    mark character varying(6) NOT NULL,
    "to" character varying(12) NOT NULL,
    "on" date NOT NULL,
    people smallint NOT NULL,
    obligation_id uuid NOT NULL,
    CONSTRAINT obligations_reminder_people_check CHECK ((people >= 0))
);
ALTER TABLE public.obligations_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.obligations_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.obligations_step (
    id bigint NOT NULL,
    act character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    words text NOT NULL,
    mend_by date,
    by_id uuid,
    obligation_id uuid NOT NULL,
    CONSTRAINT step_of_giving_back_and_waiving_has_words CHECK (((NOT ((act)::text = ANY (ARRAY[('return'::character varying)::text, ('waive'::character varying)::text]))) OR (NOT (words = ''::text)))),
    CONSTRAINT step_of_giving_back_says_until_when CHECK (((((act)::text = 'return'::text) AND (mend_by IS NOT NULL)) OR ((NOT ((act)::text = 'return'::text)) AND (mend_by IS NULL))))
);
ALTER TABLE public.obligations_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.obligations_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.parties_mandate (
    id uuid NOT NULL,
    role character varying(16) NOT NULL,
    source character varying(200) NOT NULL,
    since date NOT NULL,
    until date,
    organisation_id uuid,
    person_id uuid NOT NULL,
    acts character varying(12)[] NOT NULL,
    amount_most numeric(12,2),
    case_reference character varying(24) NOT NULL,
    delegated_from_id uuid,
    may_delegate boolean NOT NULL,
    principal_id uuid,
    procedures character varying(40)[] NOT NULL,
    replaces_id uuid,
    revoked_at timestamp with time zone,
    revoked_by_id uuid,
    CONSTRAINT mandate_allows_something CHECK ((NOT (acts = '{}'::character varying(12)[]))),
    CONSTRAINT mandate_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT mandate_is_for_a_person_or_an_organisation CHECK ((((organisation_id IS NOT NULL) AND (principal_id IS NULL)) OR ((organisation_id IS NULL) AND (principal_id IS NOT NULL)))),
    CONSTRAINT nobody_has_a_mandate_for_oneself CHECK ((NOT ((person_id = principal_id) AND (principal_id IS NOT NULL))))
);
CREATE TABLE public.parties_mandateoffer (
    role character varying(16) NOT NULL,
    acts character varying(12)[] NOT NULL,
    procedures character varying(40)[] NOT NULL,
    case_reference character varying(24) NOT NULL,
    amount_most numeric(12,2),
    may_delegate boolean NOT NULL,
    since date NOT NULL,
    until date,
    id uuid NOT NULL,
    agent_fingerprint character varying(64) NOT NULL,
    agent_named character varying(120) NOT NULL,
    code_fingerprint character varying(64) NOT NULL,
    tries smallint NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    declined_at timestamp with time zone,
    delegated_from_id uuid,
    mandate_id uuid,
    offered_by_id uuid NOT NULL,
    organisation_id uuid,
    principal_id uuid,
    CONSTRAINT offer_allows_something CHECK ((NOT (acts = '{}'::character varying(12)[]))),
    CONSTRAINT offer_expires_after_it_is_made CHECK ((expires_at > offered_at)),
    CONSTRAINT offer_is_accepted_or_declined CHECK (((mandate_id IS NULL) OR (declined_at IS NULL))),
    CONSTRAINT offer_is_for_a_person_or_an_organisation CHECK ((((organisation_id IS NOT NULL) AND (principal_id IS NULL)) OR ((organisation_id IS NULL) AND (principal_id IS NOT NULL)))),
    CONSTRAINT parties_mandateoffer_tries_check CHECK ((tries >= 0))
);
CREATE TABLE public.parties_minorconsent (
    id uuid NOT NULL,
    procedure character varying(40) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    child_id uuid NOT NULL,
    given_by_id uuid NOT NULL
);
CREATE TABLE public.parties_organisation (
    id uuid NOT NULL,
    code character varying(80) NOT NULL,
    unp character varying(9) NOT NULL,
    kind character varying(40) NOT NULL,
    name jsonb NOT NULL,
    is_body boolean NOT NULL,
    serves character varying(10)[] NOT NULL,
    address jsonb NOT NULL,
    contacts jsonb NOT NULL,
    status character varying(12) NOT NULL,
    since date,
    closed_on date,
    sample boolean NOT NULL,
    parent_id uuid,
    CONSTRAINT only_a_body_serves_territory CHECK ((is_body OR (serves = '{}'::character varying(10)[]))),
    CONSTRAINT organisation_closed_after_it_began CHECK (((since IS NULL) OR (closed_on IS NULL) OR (closed_on >= since))),
    CONSTRAINT organisation_closed_xor_no_date CHECK ((((closed_on IS NOT NULL) AND ((status)::text = 'closed'::text)) OR ((NOT ((status)::text = 'closed'::text)) AND (closed_on IS NULL)))),
    CONSTRAINT organisation_is_not_its_own_parent CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT organisation_payer_number_has_nine_signs CHECK ((((unp)::text = ''::text) OR ((unp)::text ~ '^[0-9A-Z]{9}$'::text)))
);
CREATE TABLE public.parties_person (
    id uuid NOT NULL,
    personal_number_sealed bytea NOT NULL,
    personal_number_fingerprint character varying(64) NOT NULL,
    names jsonb NOT NULL,
    sex character varying(1) NOT NULL,
    birth_date date NOT NULL,
    died_on date,
    citizenship character varying(2) NOT NULL,
    address jsonb NOT NULL,
    CONSTRAINT person_died_after_birth CHECK (((died_on IS NULL) OR (died_on >= birth_date))),
    CONSTRAINT person_has_a_name CHECK ((NOT (names = '{}'::jsonb))),
    CONSTRAINT person_sex_is_known CHECK (((sex)::text = ANY (ARRAY[('F'::character varying)::text, ('M'::character varying)::text]))),
    CONSTRAINT person_was_born_within_living_memory CHECK ((birth_date >= '1880-01-01'::date))
);
CREATE TABLE public.parties_persondocument (
    id uuid NOT NULL,
    kind character varying(32) NOT NULL,
    number_sealed bytea NOT NULL,
    number_fingerprint character varying(64) NOT NULL,
    issued_on date NOT NULL,
    valid_until date,
    issued_by jsonb NOT NULL,
    ended_on date,
    person_id uuid NOT NULL,
    CONSTRAINT document_ended_after_it_was_issued CHECK (((ended_on IS NULL) OR (ended_on >= issued_on))),
    CONSTRAINT document_is_valid_after_it_was_issued CHECK (((valid_until IS NULL) OR (valid_until >= issued_on)))
);
CREATE TABLE public.payments_charge (
    id uuid NOT NULL,
    account character varying(20) NOT NULL,
    reference character varying(40) NOT NULL,
    code character varying(60) NOT NULL,
    purpose jsonb NOT NULL,
    payer_id uuid,
    payer_name character varying(200) NOT NULL,
    body_id uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    currency character varying(3) NOT NULL,
    lines jsonb NOT NULL,
    base_value numeric(12,2),
    base_value_on date,
    grounds jsonb NOT NULL,
    sample boolean NOT NULL,
    due_on date NOT NULL,
    charged_at timestamp with time zone NOT NULL,
    status character varying(10) NOT NULL,
    charged_by_id uuid,
    CONSTRAINT charge_amount_is_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT charge_base_value_has_its_day CHECK ((((base_value IS NULL) AND (base_value_on IS NULL)) OR ((base_value > (0)::numeric) AND (base_value_on IS NOT NULL))))
);
CREATE TABLE public.payments_entry (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    amount numeric(12,2) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    charge_id uuid NOT NULL,
    other_id uuid,
    payment_id uuid,
    refund_id uuid,
    CONSTRAINT entry_says_where_the_money_comes_from_or_goes CHECK (((((kind)::text = ANY (ARRAY[('received'::character varying)::text, ('reversed'::character varying)::text])) AND (payment_id IS NOT NULL)) OR (((kind)::text = 'refunded'::text) AND (refund_id IS NOT NULL)) OR (((kind)::text = ANY (ARRAY[('taken'::character varying)::text, ('assigned'::character varying)::text])) AND (other_id IS NOT NULL)))),
    CONSTRAINT entry_sign_fits_its_kind CHECK ((((amount > (0)::numeric) AND ((kind)::text = ANY (ARRAY[('received'::character varying)::text, ('assigned'::character varying)::text]))) OR ((NOT ((kind)::text = ANY (ARRAY[('received'::character varying)::text, ('assigned'::character varying)::text]))) AND (amount < (0)::numeric))))
);
CREATE TABLE public.payments_payment (
    id uuid NOT NULL,
    provider character varying(20) NOT NULL,
    transaction_id character varying(40) NOT NULL,
    amount numeric(12,2) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    received_at timestamp with time zone,
    charge_id uuid NOT NULL,
    CONSTRAINT payment_amount_is_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT payment_received_has_its_moment CHECK ((((received_at IS NULL) AND ((state)::text = ANY (ARRAY[('started'::character varying)::text, ('given_up'::character varying)::text]))) OR ((received_at IS NOT NULL) AND ((state)::text = ANY (ARRAY[('received'::character varying)::text, ('reversed'::character varying)::text])))))
);
CREATE TABLE public.payments_refund (
    id uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    ground character varying(60) NOT NULL,
    source character varying(300) NOT NULL,
    reason text NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    needs_second boolean NOT NULL,
    paid_at timestamp with time zone,
    approved_by_id uuid,
    charge_id uuid NOT NULL,
    ordered_by_id uuid,
    CONSTRAINT refund_above_the_limit_is_paid_after_approval CHECK (((NOT needs_second) OR (paid_at IS NULL) OR (approved_by_id IS NOT NULL))),
    CONSTRAINT refund_amount_is_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT refund_is_approved_by_another CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = ordered_by_id) AND (approved_by_id IS NOT NULL) AND (ordered_by_id IS NOT NULL))))),
    CONSTRAINT refund_says_why CHECK (((NOT ((ground)::text = ''::text)) AND (NOT ((source)::text = ''::text)) AND (NOT (reason = ''::text))))
);
CREATE TABLE public.plans_annex (
    id bigint NOT NULL,
    number smallint NOT NULL,
    reasons text NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    signed_at timestamp with time zone,
    prepared_by_id uuid NOT NULL,
    signed_by_id uuid,
    plan_id uuid NOT NULL,
    CONSTRAINT annex_has_reasons CHECK ((NOT (reasons = ''::text))),
    CONSTRAINT annex_is_signed_by_another_than_who_prepared CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL) AND (NOT ((signed_by_id = prepared_by_id) AND (signed_by_id IS NOT NULL)))))),
    CONSTRAINT plans_annex_number_check CHECK ((number >= 0))
);
ALTER TABLE public.plans_annex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_annex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_filing (
    id bigint NOT NULL,
    number smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    prepared_by_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    CONSTRAINT filing_is_signed_by_another_than_who_prepared CHECK ((NOT (signed_by_id = prepared_by_id))),
    CONSTRAINT plans_filing_number_check CHECK ((number >= 0))
);
ALTER TABLE public.plans_filing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_filing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_paper (
    id uuid NOT NULL,
    kind character varying(8) NOT NULL,
    year smallint NOT NULL,
    stage character varying(10) NOT NULL,
    training text NOT NULL,
    trained integer NOT NULL,
    letter character varying(200) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    prepared_at timestamp with time zone,
    body_id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    prepared_by_id uuid,
    CONSTRAINT paper_is_prepared_by_somebody CHECK ((((stage)::text = 'drafting'::text) OR ((prepared_at IS NOT NULL) AND (prepared_by_id IS NOT NULL)) OR (((stage)::text = 'accepted'::text) AND (NOT ((letter)::text = ''::text))))),
    CONSTRAINT plans_paper_trained_check CHECK ((trained >= 0)),
    CONSTRAINT plans_paper_year_check CHECK ((year >= 0))
);
CREATE TABLE public.plans_result (
    id bigint NOT NULL,
    fact numeric(18,3),
    reason character varying(20) NOT NULL,
    words text NOT NULL,
    evidence text NOT NULL,
    money numeric(18,2),
    next_steps text NOT NULL,
    known numeric(18,3),
    known_from character varying(200) NOT NULL,
    difference text NOT NULL,
    report_id uuid NOT NULL,
    row_id bigint NOT NULL,
    CONSTRAINT result_is_known_from_somewhere CHECK (((known IS NULL) OR (NOT ((known_from)::text = ''::text))))
);
ALTER TABLE public.plans_result ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_result_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_review (
    filing_id bigint NOT NULL,
    outcome character varying(10) NOT NULL,
    words text NOT NULL,
    mend_by date,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT review_that_returns_has_words_and_a_day CHECK ((((mend_by IS NULL) AND ((outcome)::text = 'accepted'::text)) OR ((mend_by IS NOT NULL) AND ((outcome)::text = 'returned'::text) AND (NOT (words = ''::text)))))
);
CREATE TABLE public.plans_row (
    id bigint NOT NULL,
    number smallint NOT NULL,
    about character varying(10) NOT NULL,
    code character varying(40) NOT NULL,
    title character varying(300) NOT NULL,
    task character varying(40) NOT NULL,
    owner character varying(200) NOT NULL,
    quarter smallint NOT NULL,
    unit character varying(40) NOT NULL,
    direction character varying(4) NOT NULL,
    base numeric(18,3),
    target numeric(18,3) NOT NULL,
    money numeric(18,2) NOT NULL,
    source character varying(20) NOT NULL,
    risk text NOT NULL,
    annex_id bigint,
    paper_id uuid NOT NULL,
    replaces_id bigint,
    CONSTRAINT plans_row_number_check CHECK ((number >= 0)),
    CONSTRAINT plans_row_quarter_check CHECK ((quarter >= 0)),
    CONSTRAINT row_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT row_is_due_in_a_quarter CHECK (((quarter >= 1) AND (quarter <= 4))),
    CONSTRAINT row_of_an_indicator_or_a_measure_has_its_code CHECK ((((about)::text = 'other'::text) OR (NOT ((code)::text = ''::text)))),
    CONSTRAINT row_replaces_another_only_in_an_annex CHECK (((replaces_id IS NULL) OR (annex_id IS NOT NULL))),
    CONSTRAINT row_with_money_has_a_source CHECK (((money = (0)::numeric) OR ((money > (0)::numeric) AND (NOT ((source)::text = ''::text)))))
);
ALTER TABLE public.plans_row ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_row_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_treasurysum (
    id bigint NOT NULL,
    year smallint NOT NULL,
    source character varying(20) NOT NULL,
    amount numeric(18,2) NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    body_id uuid NOT NULL,
    imported_by_id uuid NOT NULL,
    CONSTRAINT plans_treasurysum_year_check CHECK ((year >= 0)),
    CONSTRAINT treasury_sum_is_not_negative CHECK ((amount >= (0)::numeric))
);
ALTER TABLE public.plans_treasurysum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_treasurysum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procedures_chapter (
    id bigint NOT NULL,
    number smallint NOT NULL,
    name jsonb NOT NULL,
    list_id character varying(12) NOT NULL,
    CONSTRAINT procedures_chapter_number_check CHECK ((number >= 0))
);
ALTER TABLE public.procedures_chapter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procedures_chapter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procedures_edition (
    id uuid NOT NULL,
    number smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    title jsonb NOT NULL,
    definition jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    electronic_level character varying(2) NOT NULL,
    decision_electronic boolean NOT NULL,
    access_mode character varying(8) NOT NULL,
    applicants character varying(12)[] NOT NULL,
    sample boolean NOT NULL,
    procedure_id character varying(40) NOT NULL,
    by_act boolean NOT NULL,
    CONSTRAINT edition_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT edition_level_is_e0_to_e5 CHECK (((electronic_level)::text = ANY (ARRAY[('e0'::character varying)::text, ('e1'::character varying)::text, ('e2'::character varying)::text, ('e3'::character varying)::text, ('e4'::character varying)::text, ('e5'::character varying)::text]))),
    CONSTRAINT procedures_edition_number_check CHECK ((number >= 0))
);
CREATE TABLE public.procedures_loading (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    counts jsonb NOT NULL
);
ALTER TABLE public.procedures_loading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procedures_loading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procedures_procedure (
    code character varying(40) NOT NULL,
    number character varying(30) NOT NULL,
    printed character varying(30) NOT NULL,
    is_heading boolean NOT NULL,
    name jsonb NOT NULL,
    excluded_since date,
    note character varying(200) NOT NULL,
    "position" integer NOT NULL,
    chapter_id bigint NOT NULL,
    heading_id character varying(40),
    list_id character varying(12) NOT NULL,
    CONSTRAINT procedures_procedure_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.procedures_procedurelist (
    code character varying(12) NOT NULL,
    audience character varying(8) NOT NULL,
    title jsonb NOT NULL,
    act jsonb NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT procedures_procedurelist_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.procedures_searchentry (
    edition_id uuid NOT NULL,
    code character varying(40) NOT NULL,
    number character varying(30) NOT NULL,
    list_position smallint NOT NULL,
    "position" integer NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    applicants character varying(12)[] NOT NULL,
    level smallint NOT NULL,
    demand smallint NOT NULL,
    words jsonb NOT NULL,
    vector tsvector NOT NULL,
    CONSTRAINT procedures_searchentry_demand_check CHECK ((demand >= 0)),
    CONSTRAINT procedures_searchentry_level_check CHECK ((level >= 0)),
    CONSTRAINT procedures_searchentry_list_position_check CHECK ((list_position >= 0)),
    CONSTRAINT procedures_searchentry_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.procedures_searchstate (
    id smallint NOT NULL,
    digest character varying(64) NOT NULL,
    entries integer NOT NULL,
    CONSTRAINT procedures_searchstate_entries_check CHECK ((entries >= 0)),
    CONSTRAINT procedures_searchstate_id_check CHECK ((id >= 0)),
    CONSTRAINT search_state_is_one CHECK ((id = 1))
);
CREATE TABLE public.procedures_searchword (
    term character varying(120) NOT NULL,
    entries integer NOT NULL,
    forms character varying(120)[] NOT NULL,
    CONSTRAINT procedures_searchword_entries_check CHECK ((entries >= 0))
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.programmes_baseline (
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    number smallint NOT NULL,
    taken_on date NOT NULL,
    reason character varying(300) NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT baseline_after_the_first_has_a_reason CHECK (((number = 1) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT programmes_baseline_number_check CHECK ((number >= 0))
);
CREATE TABLE public.programmes_baselinestage (
    id bigint NOT NULL,
    number smallint NOT NULL,
    title character varying(300) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    amount numeric(16,2) NOT NULL,
    rule character varying(12) NOT NULL,
    after smallint[] NOT NULL,
    shortest smallint NOT NULL,
    likeliest smallint NOT NULL,
    longest smallint NOT NULL,
    baseline_id uuid NOT NULL,
    CONSTRAINT baseline_stage_durations_are_in_order CHECK (((shortest <= likeliest) AND (likeliest <= longest))),
    CONSTRAINT baseline_stage_ends_after_it_begins CHECK ((ends_on >= starts_on)),
    CONSTRAINT programmes_baselinestage_likeliest_check CHECK ((likeliest >= 0)),
    CONSTRAINT programmes_baselinestage_longest_check CHECK ((longest >= 0)),
    CONSTRAINT programmes_baselinestage_number_check CHECK ((number >= 0)),
    CONSTRAINT programmes_baselinestage_shortest_check CHECK ((shortest >= 0))
);
ALTER TABLE public.programmes_baselinestage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_baselinestage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.programmes_change (
    id bigint NOT NULL,
    measure uuid
);
ALTER TABLE public.programmes_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.programmes_forecastrun (
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    node character varying(60) NOT NULL,
    "on" date NOT NULL,
    version character varying(20) NOT NULL,
    seed integer NOT NULL,
    runs integer NOT NULL,
    measures integer NOT NULL,
    measures_in_all integer NOT NULL,
    inputs jsonb NOT NULL,
    result jsonb NOT NULL,
    ends_by date NOT NULL,
    costs_up_to numeric(16,2) NOT NULL,
    approved_end date NOT NULL,
    approved_cost numeric(16,2) NOT NULL,
    by_id uuid NOT NULL,
    replayed boolean NOT NULL,
    CONSTRAINT forecast_counts_no_more_than_there_are CHECK ((measures <= measures_in_all)),
    CONSTRAINT programmes_forecastrun_measures_check CHECK ((measures >= 0)),
    CONSTRAINT programmes_forecastrun_measures_in_all_check CHECK ((measures_in_all >= 0)),
    CONSTRAINT programmes_forecastrun_runs_check CHECK ((runs >= 0)),
    CONSTRAINT programmes_forecastrun_seed_check CHECK ((seed >= 0))
);
CREATE TABLE public.programmes_placement (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    node character varying(60) NOT NULL,
    since date NOT NULL,
    act character varying(300) NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT placement_names_its_act CHECK ((NOT ((act)::text = ''::text)))
);
ALTER TABLE public.programmes_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.programmes_progress (
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    stage smallint NOT NULL,
    share numeric(5,4) NOT NULL,
    evidence text NOT NULL,
    "on" date NOT NULL,
    accepted_on date,
    accepted_by_id uuid,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT programmes_progress_stage_check CHECK ((stage >= 0)),
    CONSTRAINT progress_has_evidence CHECK ((NOT (evidence = ''::text))),
    CONSTRAINT progress_is_a_share CHECK (((share > (0)::numeric) AND (share <= (1)::numeric))),
    CONSTRAINT progress_is_accepted_by_another_person CHECK ((((accepted_by_id IS NULL) AND (accepted_on IS NULL)) OR ((accepted_by_id IS NOT NULL) AND (accepted_on IS NOT NULL) AND (NOT ((accepted_by_id = by_id) AND (accepted_by_id IS NOT NULL))))))
);
CREATE TABLE public.programmes_rating (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    view character varying(12) NOT NULL,
    "on" date NOT NULL,
    body_id uuid NOT NULL,
    answers jsonb NOT NULL,
    overall smallint NOT NULL,
    version character varying(20) NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT programmes_rating_overall_check CHECK ((overall >= 0)),
    CONSTRAINT rating_is_one_to_five CHECK (((overall >= 1) AND (overall <= 5)))
);
ALTER TABLE public.programmes_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.programmes_scenario (
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    node character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    version character varying(20) NOT NULL,
    asked jsonb NOT NULL,
    result jsonb NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT scenario_is_named CHECK ((NOT ((name)::text = ''::text)))
);
CREATE TABLE public.ratings_analysis (
    id bigint NOT NULL,
    quarter character varying(7) NOT NULL,
    figures jsonb NOT NULL,
    formula character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    organisation_id uuid
);
ALTER TABLE public.ratings_analysis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ratings_analysis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ratings_crowd (
    id uuid NOT NULL,
    kind character varying(8) NOT NULL,
    since character varying(7) NOT NULL,
    quarter character varying(7) NOT NULL,
    theme_kind character varying(20) NOT NULL,
    theme_subject character varying(40) NOT NULL,
    people integer NOT NULL,
    marks jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT crowd_is_of_five_people CHECK ((people >= 5)),
    CONSTRAINT crowd_of_a_quarter_is_of_one_and_alone_has_a_theme CHECK (((((kind)::text = 'quarter'::text) AND ((since)::text = (quarter)::text)) OR ((NOT ((kind)::text = 'quarter'::text)) AND ((theme_kind)::text = ''::text) AND ((theme_subject)::text = ''::text)))),
    CONSTRAINT ratings_crowd_people_check CHECK ((people >= 0))
);
CREATE TABLE public.ratings_earlier (
    id bigint NOT NULL,
    marks jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    given_id uuid NOT NULL
);
ALTER TABLE public.ratings_earlier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ratings_earlier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ratings_given (
    case_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    subject character varying(40) NOT NULL,
    "on" date NOT NULL,
    quarter character varying(7) NOT NULL,
    network character varying(64) NOT NULL,
    words_mark character varying(64) NOT NULL,
    by_own boolean NOT NULL,
    public_words text NOT NULL,
    looked_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    told jsonb NOT NULL,
    crowd_id uuid
);
CREATE TABLE public.ratings_judgement (
    id bigint NOT NULL,
    what character varying(10) NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    given_id uuid NOT NULL,
    CONSTRAINT judgement_that_takes_away_has_a_reason CHECK ((((what)::text = 'release'::text) OR (NOT (reason = ''::text))))
);
ALTER TABLE public.ratings_judgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ratings_judgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ratings_organisation (
    id uuid NOT NULL,
    code character varying(80) NOT NULL,
    party_id uuid,
    name jsonb NOT NULL
);
CREATE TABLE public.ratings_remainder (
    id bigint NOT NULL,
    quarter character varying(7) NOT NULL,
    marks jsonb NOT NULL,
    lot uuid NOT NULL,
    organisation_id uuid NOT NULL,
    told jsonb NOT NULL,
    crowd_id uuid
);
ALTER TABLE public.ratings_remainder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ratings_remainder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ratings_reply (
    given_id uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT reply_has_words CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.ratings_signal (
    id uuid NOT NULL,
    sign character varying(10) NOT NULL,
    key character varying(80) NOT NULL,
    facts jsonb NOT NULL,
    found_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    set_aside integer NOT NULL,
    reason text NOT NULL,
    decided_by_id uuid,
    organisation_id uuid NOT NULL,
    CONSTRAINT ratings_signal_set_aside_check CHECK ((set_aside >= 0)),
    CONSTRAINT signal_is_decided_by_somebody_with_a_reason CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND (reason = ''::text)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (NOT (reason = ''::text)))))
);
CREATE TABLE public.ratings_signal_ratings (
    id bigint NOT NULL,
    signal_id uuid NOT NULL,
    given_id uuid NOT NULL
);
ALTER TABLE public.ratings_signal_ratings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ratings_signal_ratings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.records_breach (
    id bigint NOT NULL,
    reference character varying(24) NOT NULL,
    body_id uuid NOT NULL,
    known_on date NOT NULL,
    notify_by date NOT NULL,
    happened text NOT NULL,
    measures text NOT NULL,
    people_told integer NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    entered_by_id uuid NOT NULL,
    told_by_id uuid,
    CONSTRAINT breach_is_notified_after_it_is_known CHECK ((notify_by >= known_on)),
    CONSTRAINT breach_says_what_happened_and_what_was_done CHECK (((NOT (happened = ''::text)) AND (NOT (measures = ''::text)))),
    CONSTRAINT breach_told_by_somebody_or_not_at_all CHECK ((((told_at IS NULL) AND (told_by_id IS NULL)) OR ((told_at IS NOT NULL) AND (told_by_id IS NOT NULL)))),
    CONSTRAINT records_breach_people_told_check CHECK ((people_told >= 0))
);
ALTER TABLE public.records_breach ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_breach_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.records_datarequest (
    case_id uuid NOT NULL,
    asks character varying(20) NOT NULL,
    look uuid,
    text text NOT NULL
);
CREATE TABLE public.records_disposal (
    id bigint NOT NULL,
    reference character varying(24) NOT NULL,
    body_id uuid NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    proposed_at timestamp with time zone,
    digest character varying(64) NOT NULL,
    confirmed_at timestamp with time zone,
    dropped_at timestamp with time zone,
    dropped_because text NOT NULL,
    finished_at timestamp with time zone,
    confirmed_by_id uuid,
    dropped_by_id uuid,
    proposed_by_id uuid,
    CONSTRAINT disposal_is_confirmed_after_it_was_proposed CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL) AND (proposed_at IS NOT NULL)))),
    CONSTRAINT disposal_is_confirmed_by_another_than_who_proposed CHECK (((confirmed_by_id IS NULL) OR (NOT ((confirmed_by_id = proposed_by_id) AND (confirmed_by_id IS NOT NULL) AND (proposed_by_id IS NOT NULL))))),
    CONSTRAINT disposal_is_finished_after_it_was_confirmed CHECK (((finished_at IS NULL) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT disposal_is_given_back_for_a_reason CHECK ((((dropped_at IS NULL) AND (dropped_because = ''::text) AND (dropped_by_id IS NULL)) OR ((confirmed_at IS NULL) AND (dropped_at IS NOT NULL) AND (dropped_by_id IS NOT NULL) AND (NOT (dropped_because = ''::text))))),
    CONSTRAINT disposal_is_proposed_by_somebody_with_a_digest CHECK (((((digest)::text = ''::text) AND (proposed_at IS NULL) AND (proposed_by_id IS NULL)) OR ((proposed_at IS NOT NULL) AND (proposed_by_id IS NOT NULL) AND (NOT ((digest)::text = ''::text)))))
);
ALTER TABLE public.records_disposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_disposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.records_disposalitem (
    id bigint NOT NULL,
    case_id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    kind character varying(20) NOT NULL,
    closed_on date NOT NULL,
    kept_until date NOT NULL,
    basis character varying(300) NOT NULL,
    ended_at timestamp with time zone,
    kept_because character varying(20) NOT NULL,
    disposal_id bigint NOT NULL,
    CONSTRAINT item_is_kept_only_when_it_has_ended CHECK ((((kept_because)::text = ''::text) OR (ended_at IS NOT NULL)))
);
ALTER TABLE public.records_disposalitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_disposalitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.records_hold (
    id bigint NOT NULL,
    reason text NOT NULL,
    legal_source character varying(300) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    lifted_because text NOT NULL,
    case_id uuid NOT NULL,
    lifted_by_id uuid,
    set_by_id uuid NOT NULL,
    CONSTRAINT hold_has_a_reason_and_a_legal_source CHECK (((NOT (reason = ''::text)) AND (NOT ((legal_source)::text = ''::text)))),
    CONSTRAINT hold_is_lifted_by_somebody_for_a_reason CHECK ((((lifted_at IS NULL) AND (lifted_because = ''::text) AND (lifted_by_id IS NULL)) OR ((lifted_at IS NOT NULL) AND (lifted_by_id IS NOT NULL) AND (NOT (lifted_because = ''::text)))))
);
ALTER TABLE public.records_hold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.records_reply (
    case_id uuid NOT NULL,
    text text NOT NULL,
    legal_source character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    document_id uuid,
    CONSTRAINT reply_has_words_and_a_legal_source CHECK (((NOT (text = ''::text)) AND (NOT ((legal_source)::text = ''::text))))
);
CREATE TABLE public.registers_dwelling (
    id uuid NOT NULL,
    code character varying(10) NOT NULL,
    address jsonb NOT NULL,
    key character varying(400) NOT NULL,
    kind character varying(12) NOT NULL,
    rooms smallint NOT NULL,
    total_area numeric(7,2) NOT NULL,
    living_area numeric(7,2) NOT NULL,
    spellings character varying(400)[] NOT NULL,
    CONSTRAINT dwelling_has_a_room CHECK ((rooms >= 1)),
    CONSTRAINT dwelling_lives_in_no_more_than_it_has CHECK (((living_area > (0)::numeric) AND (living_area <= total_area))),
    CONSTRAINT registers_dwelling_rooms_check CHECK ((rooms >= 0))
);
CREATE TABLE public.registers_dwellingshare (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    numerator smallint NOT NULL,
    denominator smallint NOT NULL,
    since date NOT NULL,
    until date,
    basis character varying(300) NOT NULL,
    dwelling_id uuid NOT NULL,
    CONSTRAINT registers_dwellingshare_denominator_check CHECK ((denominator >= 0)),
    CONSTRAINT registers_dwellingshare_numerator_check CHECK ((numerator >= 0)),
    CONSTRAINT share_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT share_is_a_part_of_the_whole CHECK (((numerator >= 1) AND (numerator <= denominator)))
);
CREATE TABLE public.registers_familytie (
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    relative_id uuid NOT NULL,
    kind character varying(8) NOT NULL,
    since date NOT NULL,
    until date,
    basis character varying(300) NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
)
PARTITION BY HASH (person_id);
CREATE TABLE public.registers_familytie_0 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_1 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_10 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_11 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_12 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_13 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_14 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_15 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_2 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_3 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_4 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_5 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_6 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_7 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_8 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_familytie_9 (
    person_id uuid CONSTRAINT registers_familytie_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_familytie_id_not_null NOT NULL,
    relative_id uuid CONSTRAINT registers_familytie_relative_id_not_null NOT NULL,
    kind character varying(8) CONSTRAINT registers_familytie_kind_not_null NOT NULL,
    since date CONSTRAINT registers_familytie_since_not_null NOT NULL,
    until date,
    basis character varying(300) CONSTRAINT registers_familytie_basis_not_null NOT NULL,
    CONSTRAINT tie_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_is_with_another CHECK ((person_id <> relative_id)),
    CONSTRAINT tie_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('child'::character varying)::text, ('parent'::character varying)::text, ('spouse'::character varying)::text, ('guardian'::character varying)::text, ('ward'::character varying)::text])))
);
CREATE TABLE public.registers_householdmember (
    dwelling_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    since date NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
)
PARTITION BY HASH (dwelling_id);
CREATE TABLE public.registers_householdmember_0 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_1 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_10 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_11 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_12 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_13 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_14 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_15 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_2 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_3 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_4 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_5 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_6 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_7 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_8 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_householdmember_9 (
    dwelling_id uuid CONSTRAINT registers_householdmember_dwelling_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_householdmember_id_not_null NOT NULL,
    person_id uuid CONSTRAINT registers_householdmember_person_id_not_null NOT NULL,
    since date CONSTRAINT registers_householdmember_since_not_null NOT NULL,
    until date,
    CONSTRAINT household_member_leaves_after_coming CHECK (((until IS NULL) OR (until >= since)))
);
CREATE TABLE public.registers_outage (
    id uuid NOT NULL,
    register character varying(16) NOT NULL,
    reason jsonb NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT outage_ends_after_it_begins CHECK (((ended_at IS NULL) OR (ended_at >= began_at)))
);
CREATE TABLE public.registers_pensionage (
    person_id uuid NOT NULL,
    since date NOT NULL,
    told_at timestamp with time zone NOT NULL
);
CREATE TABLE public.registers_registeredorganisation (
    organisation_id uuid NOT NULL,
    state smallint NOT NULL,
    registered_on date NOT NULL,
    authority jsonb NOT NULL,
    activity_code character varying(10) NOT NULL,
    activity jsonb NOT NULL,
    CONSTRAINT registers_registeredorganisation_state_check CHECK ((state >= 0))
);
CREATE TABLE public.registers_residence (
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    kind character varying(12) NOT NULL,
    address jsonb NOT NULL,
    code character varying(10) NOT NULL,
    dwelling_id uuid,
    since date NOT NULL,
    basis character varying(300) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
)
PARTITION BY HASH (person_id);
CREATE TABLE public.registers_residence_0 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_1 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_10 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_11 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_12 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_13 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_14 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_15 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_2 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_3 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_4 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_5 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_6 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_7 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_8 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_residence_9 (
    person_id uuid CONSTRAINT registers_residence_person_id_not_null NOT NULL,
    id uuid CONSTRAINT registers_residence_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT registers_residence_kind_not_null NOT NULL,
    address jsonb CONSTRAINT registers_residence_address_not_null NOT NULL,
    code character varying(10) CONSTRAINT registers_residence_code_not_null NOT NULL,
    dwelling_id uuid,
    since date CONSTRAINT registers_residence_since_not_null NOT NULL,
    basis character varying(300) CONSTRAINT registers_residence_basis_not_null NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() CONSTRAINT registers_residence_recorded_at_not_null NOT NULL,
    recorded_by uuid,
    CONSTRAINT residence_address_is_an_object CHECK ((jsonb_typeof(address) = 'object'::text)),
    CONSTRAINT residence_has_a_basis CHECK (((basis)::text <> ''::text)),
    CONSTRAINT residence_has_a_code_or_no_address CHECK (((address = '{}'::jsonb) = ((code)::text = ''::text))),
    CONSTRAINT residence_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('residence'::character varying)::text, ('stay'::character varying)::text])))
);
CREATE TABLE public.registers_tradeobject (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(40) NOT NULL,
    address jsonb NOT NULL,
    area numeric(8,2),
    since date NOT NULL,
    until date,
    basis character varying(300) NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT trade_object_closes_after_it_opens CHECK (((until IS NULL) OR (until >= since)))
);
CREATE SEQUENCE public.registers_tradeobject_numbers
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.self_assessment_answer (
    id bigint NOT NULL,
    question smallint NOT NULL,
    choice jsonb NOT NULL,
    text text NOT NULL,
    links jsonb NOT NULL,
    opened_on date,
    origin character varying(10) NOT NULL,
    fact character varying(60) NOT NULL,
    offered jsonb,
    as_of date,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    copy_id uuid,
    edition_id uuid NOT NULL,
    CONSTRAINT answer_has_a_person_behind_it_unless_taken_over_from_a_file CHECK (((by_id IS NOT NULL) OR ((origin)::text = 'imported'::text))),
    CONSTRAINT answer_of_the_platform_says_which_fact_and_of_when CHECK ((((as_of IS NULL) AND ((fact)::text = ''::text) AND ((origin)::text = ANY (ARRAY[('typed'::character varying)::text, ('imported'::character varying)::text]))) OR ((as_of IS NOT NULL) AND ((origin)::text = ANY (ARRAY[('accepted'::character varying)::text, ('edited'::character varying)::text])) AND (NOT ((fact)::text = ''::text))))),
    CONSTRAINT self_assessment_answer_question_check CHECK ((question >= 0))
);
ALTER TABLE public.self_assessment_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.self_assessment_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.self_assessment_componentfact (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    year smallint NOT NULL,
    value numeric(16,8) NOT NULL,
    source character varying(300) NOT NULL,
    table_year smallint,
    author character varying(200) NOT NULL,
    file_sha256 character varying(64) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    CONSTRAINT component_fact_names_its_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT self_assessment_componentfact_table_year_check CHECK ((table_year >= 0)),
    CONSTRAINT self_assessment_componentfact_year_check CHECK ((year >= 0))
);
ALTER TABLE public.self_assessment_componentfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.self_assessment_componentfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.self_assessment_contact (
    id bigint NOT NULL,
    question smallint NOT NULL,
    text character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    CONSTRAINT self_assessment_contact_question_check CHECK ((question >= 0))
);
ALTER TABLE public.self_assessment_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.self_assessment_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.self_assessment_declinedoffer (
    id bigint NOT NULL,
    question smallint NOT NULL,
    fact character varying(60) NOT NULL,
    offered jsonb NOT NULL,
    reason character varying(400) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    CONSTRAINT self_assessment_declinedoffer_question_check CHECK ((question >= 0))
);
ALTER TABLE public.self_assessment_declinedoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.self_assessment_declinedoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.self_assessment_edition (
    id uuid NOT NULL,
    name character varying(20) NOT NULL,
    questionnaire character varying(40) NOT NULL,
    body_id uuid,
    source character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    handed_in_at timestamp with time zone,
    published_at timestamp with time zone,
    before_id uuid,
    handed_in_by_id uuid,
    opened_by_id uuid,
    published_by_id uuid,
    CONSTRAINT edition_is_handed_in_before_it_is_published CHECK ((((handed_in_at IS NULL) AND (published_at IS NULL) AND ((state)::text = 'filling'::text)) OR ((handed_in_at IS NOT NULL) AND (published_at IS NULL) AND ((state)::text = 'handed_in'::text)) OR ((handed_in_at IS NOT NULL) AND (published_at IS NOT NULL) AND ((state)::text = 'published'::text))))
);
CREATE TABLE public.self_assessment_mark (
    id bigint NOT NULL,
    feature character varying(40) NOT NULL,
    is_there boolean NOT NULL,
    minutes smallint NOT NULL,
    evidence character varying(2000) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    scoring_id uuid NOT NULL,
    picture_id uuid,
    sha256 character varying(64) NOT NULL,
    CONSTRAINT mark_has_a_digest_or_none CHECK ((((sha256)::text = ''::text) OR ((sha256)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT mark_with_a_picture_has_its_digest CHECK (((picture_id IS NULL) OR (NOT ((sha256)::text = ''::text)))),
    CONSTRAINT self_assessment_mark_minutes_check CHECK ((minutes >= 0))
);
ALTER TABLE public.self_assessment_mark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.self_assessment_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.self_assessment_scoring (
    id uuid NOT NULL,
    unit character varying(120) NOT NULL,
    body_id uuid NOT NULL,
    state character varying(12) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    first_id uuid NOT NULL,
    reviewer_id uuid NOT NULL,
    second_id uuid NOT NULL,
    CONSTRAINT scoring_has_three_different_people CHECK (((NOT (first_id = second_id)) AND (NOT (first_id = reviewer_id)) AND (NOT (second_id = reviewer_id)))),
    CONSTRAINT scoring_is_closed_with_its_moment CHECK (((((state)::text = 'closed'::text) OR (closed_at IS NULL)) AND (1 = (
CASE
    WHEN ((state)::text = 'closed'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (closed_at IS NULL) THEN 1
    ELSE 0
END))))
);
CREATE TABLE public.self_assessment_sectionowner (
    id bigint NOT NULL,
    section character varying(2) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    edition_id uuid NOT NULL,
    owner_id uuid NOT NULL
);
ALTER TABLE public.self_assessment_sectionowner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.self_assessment_sectionowner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_calibration (
    id bigint NOT NULL,
    week date NOT NULL,
    judged_on date NOT NULL,
    kept integer NOT NULL,
    judged integer NOT NULL,
    version character varying(20) NOT NULL,
    CONSTRAINT calibration_keeps_no_more_than_it_judges CHECK ((kept <= judged)),
    CONSTRAINT statistics_calibration_judged_check CHECK ((judged >= 0)),
    CONSTRAINT statistics_calibration_kept_check CHECK ((kept >= 0))
);
ALTER TABLE public.statistics_calibration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_calibration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_finishpromise (
    id bigint NOT NULL,
    week date NOT NULL,
    procedure_code character varying(40) NOT NULL,
    body_id uuid,
    days integer NOT NULL,
    finished integer NOT NULL,
    version character varying(20) NOT NULL,
    CONSTRAINT statistics_finishpromise_days_check CHECK ((days >= 0)),
    CONSTRAINT statistics_finishpromise_finished_check CHECK ((finished >= 0))
);
ALTER TABLE public.statistics_finishpromise ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_finishpromise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.steering_publishedindex (
    id uuid NOT NULL,
    code character varying(80) NOT NULL,
    edition character varying(40) NOT NULL,
    version character varying(40) NOT NULL,
    period character varying(20) NOT NULL,
    title jsonb NOT NULL,
    sample boolean NOT NULL,
    author character varying(200) NOT NULL,
    source character varying(500) NOT NULL,
    specification text NOT NULL,
    "table" text NOT NULL,
    specification_digest character varying(64) NOT NULL,
    table_digest character varying(64) NOT NULL,
    result jsonb NOT NULL,
    units integer NOT NULL,
    rated integer NOT NULL,
    published_at timestamp with time zone NOT NULL,
    by_id uuid,
    CONSTRAINT published_index_rates_no_more_than_it_has CHECK ((rated <= units)),
    CONSTRAINT steering_publishedindex_rated_check CHECK ((rated >= 0)),
    CONSTRAINT steering_publishedindex_units_check CHECK ((units >= 0))
);
CREATE TABLE public.steering_scenario (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    question character varying(2000) NOT NULL,
    unit character varying(80) NOT NULL,
    lines jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    author_id uuid NOT NULL,
    index_id uuid NOT NULL,
    CONSTRAINT scenario_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);
CREATE TABLE public.systems_asked (
    id uuid NOT NULL,
    round smallint NOT NULL,
    approver character varying(20) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    answer character varying(10) NOT NULL,
    reasons text NOT NULL,
    answered_at timestamp with time zone,
    body_id uuid NOT NULL,
    by_id uuid,
    filing_id uuid NOT NULL,
    CONSTRAINT answer_has_a_person_and_a_moment CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL) AND (by_id IS NULL)) OR ((NOT ((answer)::text = ''::text)) AND (answered_at IS NOT NULL) AND (by_id IS NOT NULL)))),
    CONSTRAINT answer_other_than_yes_has_reasons CHECK ((((answer)::text = ANY (ARRAY[(''::character varying)::text, ('positive'::character varying)::text])) OR (NOT (reasons = ''::text)))),
    CONSTRAINT systems_asked_round_check CHECK ((round >= 0))
);
CREATE TABLE public.systems_billtaken (
    id bigint NOT NULL,
    form character varying(40) NOT NULL,
    sha256 character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    parts integer NOT NULL,
    known integer NOT NULL,
    new integer NOT NULL,
    gone integer NOT NULL,
    by_id uuid,
    system_id uuid NOT NULL,
    CONSTRAINT systems_billtaken_gone_check CHECK ((gone >= 0)),
    CONSTRAINT systems_billtaken_known_check CHECK ((known >= 0)),
    CONSTRAINT systems_billtaken_new_check CHECK ((new >= 0)),
    CONSTRAINT systems_billtaken_parts_check CHECK ((parts >= 0))
);
ALTER TABLE public.systems_billtaken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_billtaken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_cardversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    told jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    by_id uuid,
    system_id uuid NOT NULL,
    CONSTRAINT systems_cardversion_number_check CHECK ((number >= 0))
);
ALTER TABLE public.systems_cardversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_cardversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_certificate (
    id bigint NOT NULL,
    title character varying(300) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    specialist_id uuid NOT NULL,
    CONSTRAINT certificate_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
ALTER TABLE public.systems_certificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_competenceneed (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    level smallint NOT NULL,
    people smallint NOT NULL,
    quarter character varying(7) NOT NULL,
    measure character varying(60) NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT need_has_a_level CHECK (((level >= 0) AND (level <= 4))),
    CONSTRAINT need_names_a_quarter CHECK (((quarter)::text ~ '^\d{4}-Q[1-4]$'::text)),
    CONSTRAINT systems_competenceneed_level_check CHECK ((level >= 0)),
    CONSTRAINT systems_competenceneed_people_check CHECK ((people >= 0))
);
ALTER TABLE public.systems_competenceneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_competenceneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_filing (
    id uuid NOT NULL,
    told jsonb NOT NULL,
    standing character varying(10) NOT NULL,
    agreement character varying(20) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    based_on integer NOT NULL,
    asked_at timestamp with time zone,
    round smallint NOT NULL,
    settled_at timestamp with time zone,
    reasons text NOT NULL,
    asked_by_id uuid,
    begun_by_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    settled_by_id uuid,
    system_id uuid,
    CONSTRAINT filing_asked_names_agreement_and_person CHECK ((((standing)::text = 'draft'::text) OR ((NOT ((agreement)::text = ''::text)) AND (asked_at IS NOT NULL) AND (asked_by_id IS NOT NULL)))),
    CONSTRAINT filing_is_not_accepted_by_who_asked CHECK (((NOT ((standing)::text = 'accepted'::text)) OR (NOT ((settled_by_id = asked_by_id) AND (settled_by_id IS NOT NULL) AND (asked_by_id IS NOT NULL))))),
    CONSTRAINT filing_returned_has_reasons CHECK (((NOT ((standing)::text = 'returned'::text)) OR (NOT (reasons = ''::text)))),
    CONSTRAINT systems_filing_based_on_check CHECK ((based_on >= 0)),
    CONSTRAINT systems_filing_round_check CHECK ((round >= 0))
);
CREATE TABLE public.systems_mastery (
    id bigint NOT NULL,
    object character varying(60) NOT NULL,
    system_id uuid NOT NULL
);
ALTER TABLE public.systems_mastery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_mastery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_office (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    kind character varying(6) NOT NULL,
    sphere character varying(40) NOT NULL,
    region character varying(10) NOT NULL,
    act character varying(300) NOT NULL,
    sample boolean NOT NULL,
    body_id uuid NOT NULL
);
ALTER TABLE public.systems_office ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_proposal (
    id uuid NOT NULL,
    key character varying(500) NOT NULL,
    kind character varying(10) NOT NULL,
    organisation character varying(500) NOT NULL,
    subject character varying(500) NOT NULL,
    address character varying(500) NOT NULL,
    seen_on date,
    found_on date NOT NULL,
    "like" character varying(20) NOT NULL,
    score double precision NOT NULL,
    standing character varying(10) NOT NULL,
    registered_as character varying(20) NOT NULL,
    reasons text NOT NULL,
    decided_at timestamp with time zone,
    by_id uuid,
    CONSTRAINT proposal_decided_has_person_moment_and_reasons CHECK ((((by_id IS NULL) AND (decided_at IS NULL) AND ((standing)::text = 'open'::text)) OR ((NOT ((standing)::text = 'open'::text)) AND (NOT (reasons = ''::text)) AND (by_id IS NOT NULL) AND (decided_at IS NOT NULL))))
);
CREATE TABLE public.systems_replacement (
    id uuid NOT NULL,
    wave smallint NOT NULL,
    "on" date NOT NULL,
    measure character varying(60) NOT NULL,
    done_on date,
    result text NOT NULL,
    item_id uuid NOT NULL,
    substitute_id uuid NOT NULL,
    CONSTRAINT replacement_done_has_a_result CHECK ((((done_on IS NULL) AND (result = ''::text)) OR ((done_on IS NOT NULL) AND (NOT (result = ''::text))))),
    CONSTRAINT systems_replacement_wave_check CHECK ((wave >= 0))
);
CREATE TABLE public.systems_softwareitem (
    id uuid NOT NULL,
    name character varying(300) NOT NULL,
    version character varying(300) NOT NULL,
    vendor character varying(300) NOT NULL,
    vendor_group character varying(300) NOT NULL,
    origin character varying(12) NOT NULL,
    layer character varying(12) NOT NULL,
    registry_number character varying(300) NOT NULL,
    licence character varying(300) NOT NULL,
    licences integer,
    licences_end_on date,
    cost numeric(14,2),
    criticality smallint NOT NULL,
    support_ends_on date,
    purl character varying(300) NOT NULL,
    cpe character varying(300) NOT NULL,
    bought_on date,
    exemption character varying(300) NOT NULL,
    mirror character varying(300) NOT NULL,
    bus_factor smallint,
    sample boolean NOT NULL,
    described_at timestamp with time zone,
    described_by_id uuid,
    CONSTRAINT software_costs_nothing_or_more CHECK (((cost IS NULL) OR (cost >= (0)::numeric))),
    CONSTRAINT software_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT software_is_as_critical_as_can_be CHECK (((criticality >= 1) AND (criticality <= 4))),
    CONSTRAINT software_is_described_by_somebody_on_a_day CHECK ((((described_at IS NULL) AND (described_by_id IS NULL)) OR ((described_at IS NOT NULL) AND (described_by_id IS NOT NULL)))),
    CONSTRAINT systems_softwareitem_bus_factor_check CHECK ((bus_factor >= 0)),
    CONSTRAINT systems_softwareitem_criticality_check CHECK ((criticality >= 0)),
    CONSTRAINT systems_softwareitem_licences_check CHECK ((licences >= 0))
);
CREATE TABLE public.systems_softwareuse (
    id bigint NOT NULL,
    since date NOT NULL,
    until date,
    item_id uuid NOT NULL,
    system_id uuid NOT NULL,
    CONSTRAINT use_ends_after_it_began CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.systems_softwareuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_softwareuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_specialist (
    id uuid NOT NULL,
    role character varying(12) NOT NULL,
    level smallint NOT NULL,
    since date NOT NULL,
    until date,
    loads jsonb NOT NULL,
    office_id bigint NOT NULL,
    user_id uuid,
    CONSTRAINT specialist_has_a_level CHECK (((level >= 0) AND (level <= 4))),
    CONSTRAINT specialist_leaves_after_coming CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT systems_specialist_level_check CHECK ((level >= 0))
);
CREATE TABLE public.systems_substitute (
    id bigint NOT NULL,
    fit smallint NOT NULL,
    evidence text NOT NULL,
    by_id uuid NOT NULL,
    item_id uuid NOT NULL,
    CONSTRAINT substitute_fits_up_to_a_hundred CHECK ((fit <= 100)),
    CONSTRAINT substitute_has_evidence CHECK ((NOT (evidence = ''::text))),
    CONSTRAINT substitute_is_another_thing CHECK ((NOT (item_id = by_id))),
    CONSTRAINT systems_substitute_fit_check CHECK ((fit >= 0))
);
ALTER TABLE public.systems_substitute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.systems_substitute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.systems_system (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    is_open boolean NOT NULL,
    told jsonb NOT NULL,
    version integer NOT NULL,
    origin character varying(60) NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    confirmed_on date NOT NULL,
    owner_id uuid NOT NULL,
    awaits_owner_since date,
    CONSTRAINT system_has_a_version CHECK ((version >= 1)),
    CONSTRAINT systems_system_version_check CHECK ((version >= 0))
);
CREATE TABLE public.systems_trainingline (
    id uuid NOT NULL,
    kind character varying(14) NOT NULL,
    role character varying(12) NOT NULL,
    level smallint NOT NULL,
    course character varying(300) NOT NULL,
    provider character varying(300) NOT NULL,
    budget numeric(12,2),
    quarter character varying(7) NOT NULL,
    done_on date,
    reached smallint,
    effect text NOT NULL,
    office_id bigint NOT NULL,
    specialist_id uuid,
    effect_on date,
    CONSTRAINT systems_trainingline_level_check CHECK ((level >= 0)),
    CONSTRAINT systems_trainingline_reached_check CHECK ((reached >= 0)),
    CONSTRAINT training_aims_at_a_level CHECK (((level >= 0) AND (level <= 4))),
    CONSTRAINT training_done_says_what_was_reached CHECK ((((done_on IS NULL) AND (reached IS NULL)) OR ((done_on IS NOT NULL) AND (reached <= 4)))),
    CONSTRAINT training_has_effect_only_when_done CHECK (((effect = ''::text) OR (done_on IS NOT NULL)))
);
CREATE TABLE public.territory_settlement (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    name jsonb NOT NULL,
    key character varying(120) NOT NULL,
    basis character varying(8) NOT NULL,
    population integer,
    postcode character varying(6) NOT NULL,
    lat numeric(7,4),
    lon numeric(7,4),
    folded text NOT NULL,
    unit_id character varying(10) NOT NULL,
    CONSTRAINT territory_settlement_population_check CHECK ((population >= 0))
);
ALTER TABLE public.territory_settlement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.territory_settlement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.territory_unit (
    code character varying(10) NOT NULL,
    level character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    name jsonb NOT NULL,
    basis character varying(8) NOT NULL,
    lineage character varying(10)[] NOT NULL,
    lat numeric(7,4),
    lon numeric(7,4),
    population integer,
    population_year smallint,
    folded text NOT NULL,
    parent_id character varying(10),
    CONSTRAINT territory_unit_population_check CHECK ((population >= 0)),
    CONSTRAINT territory_unit_population_year_check CHECK ((population_year >= 0)),
    CONSTRAINT unit_above_all_has_no_parent_others_have_one CHECK (((((level)::text = ANY (ARRAY[('region'::character varying)::text, ('capital'::character varying)::text])) AND (parent_id IS NULL)) OR ((NOT ((level)::text = ANY (ARRAY[('region'::character varying)::text, ('capital'::character varying)::text]))) AND (parent_id IS NOT NULL)))),
    CONSTRAINT unit_has_both_coordinates_or_none CHECK ((((lat IS NULL) AND (lon IS NULL)) OR ((lat IS NOT NULL) AND (lon IS NOT NULL)))),
    CONSTRAINT unit_is_not_its_own_parent CHECK (((parent_id IS NULL) OR (NOT (((parent_id)::text = (code)::text) AND (parent_id IS NOT NULL)))))
);
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2026 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2027 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2028 FOR VALUES FROM ('2028-01-01 00:00:00+00') TO ('2029-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2029 FOR VALUES FROM ('2029-01-01 00:00:00+00') TO ('2030-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2030 FOR VALUES FROM ('2030-01-01 00:00:00+00') TO ('2031-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2031 FOR VALUES FROM ('2031-01-01 00:00:00+00') TO ('2032-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2032 FOR VALUES FROM ('2032-01-01 00:00:00+00') TO ('2033-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2033 FOR VALUES FROM ('2033-01-01 00:00:00+00') TO ('2034-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2034 FOR VALUES FROM ('2034-01-01 00:00:00+00') TO ('2035-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2035 FOR VALUES FROM ('2035-01-01 00:00:00+00') TO ('2036-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2036 FOR VALUES FROM ('2036-01-01 00:00:00+00') TO ('2037-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2037 FOR VALUES FROM ('2037-01-01 00:00:00+00') TO ('2038-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2038 FOR VALUES FROM ('2038-01-01 00:00:00+00') TO ('2039-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2039 FOR VALUES FROM ('2039-01-01 00:00:00+00') TO ('2040-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2040 FOR VALUES FROM ('2040-01-01 00:00:00+00') TO ('2041-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_2041 FOR VALUES FROM ('2041-01-01 00:00:00+00') TO ('2042-01-01 00:00:00+00');
ALTER TABLE ONLY public.audit_entry ATTACH PARTITION public.audit_entry_other DEFAULT;
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_0 FOR VALUES WITH (modulus 16, remainder 0);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_1 FOR VALUES WITH (modulus 16, remainder 1);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_10 FOR VALUES WITH (modulus 16, remainder 10);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_11 FOR VALUES WITH (modulus 16, remainder 11);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_12 FOR VALUES WITH (modulus 16, remainder 12);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_13 FOR VALUES WITH (modulus 16, remainder 13);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_14 FOR VALUES WITH (modulus 16, remainder 14);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_15 FOR VALUES WITH (modulus 16, remainder 15);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_2 FOR VALUES WITH (modulus 16, remainder 2);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_3 FOR VALUES WITH (modulus 16, remainder 3);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_4 FOR VALUES WITH (modulus 16, remainder 4);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_5 FOR VALUES WITH (modulus 16, remainder 5);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_6 FOR VALUES WITH (modulus 16, remainder 6);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_7 FOR VALUES WITH (modulus 16, remainder 7);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_8 FOR VALUES WITH (modulus 16, remainder 8);
ALTER TABLE ONLY public.exchange_accessrecord ATTACH PARTITION public.exchange_accessrecord_9 FOR VALUES WITH (modulus 16, remainder 9);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_00 FOR VALUES WITH (modulus 16, remainder 0);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_01 FOR VALUES WITH (modulus 16, remainder 1);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_02 FOR VALUES WITH (modulus 16, remainder 2);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_03 FOR VALUES WITH (modulus 16, remainder 3);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_04 FOR VALUES WITH (modulus 16, remainder 4);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_05 FOR VALUES WITH (modulus 16, remainder 5);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_06 FOR VALUES WITH (modulus 16, remainder 6);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_07 FOR VALUES WITH (modulus 16, remainder 7);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_08 FOR VALUES WITH (modulus 16, remainder 8);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_09 FOR VALUES WITH (modulus 16, remainder 9);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_10 FOR VALUES WITH (modulus 16, remainder 10);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_11 FOR VALUES WITH (modulus 16, remainder 11);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_12 FOR VALUES WITH (modulus 16, remainder 12);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_13 FOR VALUES WITH (modulus 16, remainder 13);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_14 FOR VALUES WITH (modulus 16, remainder 14);
ALTER TABLE ONLY public.notifications_notice ATTACH PARTITION public.notifications_notice_15 FOR VALUES WITH (modulus 16, remainder 15);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_0 FOR VALUES WITH (modulus 16, remainder 0);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_1 FOR VALUES WITH (modulus 16, remainder 1);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_10 FOR VALUES WITH (modulus 16, remainder 10);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_11 FOR VALUES WITH (modulus 16, remainder 11);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_12 FOR VALUES WITH (modulus 16, remainder 12);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_13 FOR VALUES WITH (modulus 16, remainder 13);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_14 FOR VALUES WITH (modulus 16, remainder 14);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_15 FOR VALUES WITH (modulus 16, remainder 15);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_2 FOR VALUES WITH (modulus 16, remainder 2);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_3 FOR VALUES WITH (modulus 16, remainder 3);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_4 FOR VALUES WITH (modulus 16, remainder 4);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_5 FOR VALUES WITH (modulus 16, remainder 5);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_6 FOR VALUES WITH (modulus 16, remainder 6);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_7 FOR VALUES WITH (modulus 16, remainder 7);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_8 FOR VALUES WITH (modulus 16, remainder 8);
ALTER TABLE ONLY public.registers_familytie ATTACH PARTITION public.registers_familytie_9 FOR VALUES WITH (modulus 16, remainder 9);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_0 FOR VALUES WITH (modulus 16, remainder 0);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_1 FOR VALUES WITH (modulus 16, remainder 1);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_10 FOR VALUES WITH (modulus 16, remainder 10);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_11 FOR VALUES WITH (modulus 16, remainder 11);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_12 FOR VALUES WITH (modulus 16, remainder 12);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_13 FOR VALUES WITH (modulus 16, remainder 13);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_14 FOR VALUES WITH (modulus 16, remainder 14);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_15 FOR VALUES WITH (modulus 16, remainder 15);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_2 FOR VALUES WITH (modulus 16, remainder 2);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_3 FOR VALUES WITH (modulus 16, remainder 3);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_4 FOR VALUES WITH (modulus 16, remainder 4);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_5 FOR VALUES WITH (modulus 16, remainder 5);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_6 FOR VALUES WITH (modulus 16, remainder 6);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_7 FOR VALUES WITH (modulus 16, remainder 7);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_8 FOR VALUES WITH (modulus 16, remainder 8);
ALTER TABLE ONLY public.registers_householdmember ATTACH PARTITION public.registers_householdmember_9 FOR VALUES WITH (modulus 16, remainder 9);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_0 FOR VALUES WITH (modulus 16, remainder 0);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_1 FOR VALUES WITH (modulus 16, remainder 1);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_10 FOR VALUES WITH (modulus 16, remainder 10);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_11 FOR VALUES WITH (modulus 16, remainder 11);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_12 FOR VALUES WITH (modulus 16, remainder 12);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_13 FOR VALUES WITH (modulus 16, remainder 13);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_14 FOR VALUES WITH (modulus 16, remainder 14);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_15 FOR VALUES WITH (modulus 16, remainder 15);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_2 FOR VALUES WITH (modulus 16, remainder 2);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_3 FOR VALUES WITH (modulus 16, remainder 3);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_4 FOR VALUES WITH (modulus 16, remainder 4);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_5 FOR VALUES WITH (modulus 16, remainder 5);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_6 FOR VALUES WITH (modulus 16, remainder 6);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_7 FOR VALUES WITH (modulus 16, remainder 7);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_8 FOR VALUES WITH (modulus 16, remainder 8);
ALTER TABLE ONLY public.registers_residence ATTACH PARTITION public.registers_residence_9 FOR VALUES WITH (modulus 16, remainder 9);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.django_migrations VALUES (1, 'accounts', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (2, 'accounts', '0002_identity_checks_and_consents', now());
INSERT INTO public.django_migrations VALUES (3, 'accounts', '0003_words_held_for_who_comes_back', now());
INSERT INTO public.django_migrations VALUES (4, 'accounts', '0004_user_is_named_in_a_language', now());
INSERT INTO public.django_migrations VALUES (5, 'parties', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (6, 'parties', '0002_mandate_has_limits', now());
INSERT INTO public.django_migrations VALUES (7, 'cases', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (8, 'cases', '0002_case_speaks_about_another', now());
INSERT INTO public.django_migrations VALUES (9, 'cases', '0003_clock_may_start_anew', now());
INSERT INTO public.django_migrations VALUES (10, 'cases', '0004_step_names_its_mandate', now());
INSERT INTO public.django_migrations VALUES (11, 'cases', '0005_passed_term_is_told', now());
INSERT INTO public.django_migrations VALUES (12, 'cases', '0006_official_stands_aside', now());
INSERT INTO public.django_migrations VALUES (13, 'cases', '0007_official_has_a_deputy', now());
INSERT INTO public.django_migrations VALUES (14, 'cases', '0008_queue_is_counted_by_index', now());
INSERT INTO public.django_migrations VALUES (15, 'cases', '0009_cases_stand_in_a_queue', now());
INSERT INTO public.django_migrations VALUES (16, 'cases', '0010_skeleton_stays_of_an_erased_case', now());
INSERT INTO public.django_migrations VALUES (17, 'cases', '0011_cases_of_one_matter_are_tied_and_untied', now());
INSERT INTO public.django_migrations VALUES (18, 'cases', '0012_rating_may_change_and_be_set_aside', now());
INSERT INTO public.django_migrations VALUES (19, 'cases', '0013_cases_of_a_kind_are_listed_by_index', now());
INSERT INTO public.django_migrations VALUES (20, 'appeals', '0001_what_only_an_appeal_has', now());
INSERT INTO public.django_migrations VALUES (21, 'appeals', '0002_people_are_received', now());
INSERT INTO public.django_migrations VALUES (22, 'procedures', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (23, 'applications', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (24, 'applications', '0002_no_way_back_from_cases', now());
INSERT INTO public.django_migrations VALUES (25, 'applications', '0003_words_held_for_who_comes_back', now());
INSERT INTO public.django_migrations VALUES (26, 'applications', '0004_decisions_in_rounds', now());
INSERT INTO public.django_migrations VALUES (27, 'applications', '0005_charge_may_be_owed', now());
INSERT INTO public.django_migrations VALUES (28, 'applications', '0006_words_are_held_by_accounts', now());
INSERT INTO public.django_migrations VALUES (29, 'applications', '0007_supplement_may_be_asked_for', now());
INSERT INTO public.django_migrations VALUES (30, 'applications', '0008_second_official_confirms', now());
INSERT INTO public.django_migrations VALUES (31, 'applications', '0009_decision_is_told_and_expires', now());
INSERT INTO public.django_migrations VALUES (32, 'applications', '0010_draft_has_a_channel', now());
INSERT INTO public.django_migrations VALUES (33, 'applications', '0011_bodies_have_words_of_their_own', now());
INSERT INTO public.django_migrations VALUES (34, 'applications', '0012_left_drafts_are_counted', now());
INSERT INTO public.django_migrations VALUES (35, 'applications', '0013_people_who_leave_are_counted_once', now());
INSERT INTO public.django_migrations VALUES (36, 'audit', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (37, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (38, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations VALUES (39, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (40, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations VALUES (41, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations VALUES (42, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations VALUES (43, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations VALUES (44, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations VALUES (45, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations VALUES (46, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations VALUES (47, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations VALUES (48, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations VALUES (49, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations VALUES (50, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations VALUES (51, 'obligations', '0001_duties_and_their_history', now());
INSERT INTO public.django_migrations VALUES (52, 'obligations', '0002_late_is_late_for_ever', now());
INSERT INTO public.django_migrations VALUES (53, 'committee', '0001_tasks_and_control_dates', now());
INSERT INTO public.django_migrations VALUES (54, 'committee', '0002_tasks_keep_their_words', now());
INSERT INTO public.django_migrations VALUES (55, 'committee', '0003_digests_of_weeks', now());
INSERT INTO public.django_migrations VALUES (56, 'committee', '0004_digests_stay', now());
INSERT INTO public.django_migrations VALUES (57, 'committee', '0005_digest_tells_what_people_were_asked', now());
INSERT INTO public.django_migrations VALUES (58, 'committee', '0006_digest_tells_how_long_issues_took', now());
INSERT INTO public.django_migrations VALUES (59, 'complaints', '0001_what_only_a_complaint_has', now());
INSERT INTO public.django_migrations VALUES (60, 'complaints', '0002_body_owes_a_decision', now());
INSERT INTO public.django_migrations VALUES (61, 'consultations', '0001_what_polls_have', now());
INSERT INTO public.django_migrations VALUES (62, 'consultations', '0002_box_is_open_only_while_people_vote', now());
INSERT INTO public.django_migrations VALUES (63, 'consultations', '0003_petitions_drafts_and_budgets', now());
INSERT INTO public.django_migrations VALUES (64, 'consultations', '0004_discussions_of_statements', now());
INSERT INTO public.django_migrations VALUES (65, 'consultations', '0005_poll_keeps_its_sum', now());
INSERT INTO public.django_migrations VALUES (66, 'conversion', '0001_cards_and_agreements', now());
INSERT INTO public.django_migrations VALUES (67, 'conversion', '0002_cards_fall_back', now());
INSERT INTO public.django_migrations VALUES (68, 'conversion', '0003_group_development_and_test', now());
INSERT INTO public.django_migrations VALUES (69, 'conversion', '0004_cards_say_what_the_way_costs', now());
INSERT INTO public.django_migrations VALUES (70, 'conversion', '0005_cards_fall_back_for_any_signal', now());
INSERT INTO public.django_migrations VALUES (71, 'counter', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (72, 'documents', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (73, 'documents', '0002_document_is_written_once', now());
INSERT INTO public.django_migrations VALUES (74, 'exchange', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (75, 'exchange', '0002_journal_is_added_only', now());
INSERT INTO public.django_migrations VALUES (76, 'steering', '0001_published_index', now());
INSERT INTO public.django_migrations VALUES (77, 'steering', '0002_published_index_is_written_once', now());
INSERT INTO public.django_migrations VALUES (78, 'indicators', '0001_snapshot', now());
INSERT INTO public.django_migrations VALUES (79, 'indicators', '0002_snapshot_is_written_once', now());
INSERT INTO public.django_migrations VALUES (80, 'indicators', '0003_collections', now());
INSERT INTO public.django_migrations VALUES (81, 'indicators', '0004_history_of_answers_is_added_to', now());
INSERT INTO public.django_migrations VALUES (82, 'issues', '0001_issues_and_who_reports_them', now());
INSERT INTO public.django_migrations VALUES (83, 'issues', '0002_routing_leans_on_precedents', now());
INSERT INTO public.django_migrations VALUES (84, 'issues', '0003_programs_report_with_a_key', now());
INSERT INTO public.django_migrations VALUES (85, 'issues', '0004_territories_are_assigned_whole', now());
INSERT INTO public.django_migrations VALUES (86, 'issues', '0005_assignments_leave_no_gap', now());
INSERT INTO public.django_migrations VALUES (87, 'issues', '0006_photos_are_covered_and_released', now());
INSERT INTO public.django_migrations VALUES (88, 'issues', '0007_routing_is_judged_in_public', now());
INSERT INTO public.django_migrations VALUES (89, 'issues', '0008_late_issues_go_up', now());
INSERT INTO public.django_migrations VALUES (90, 'issues', '0009_map_knows_what_is_public', now());
INSERT INTO public.django_migrations VALUES (91, 'issues', '0010_reporters_know_what_they_reported', now());
INSERT INTO public.django_migrations VALUES (92, 'issues', '0011_callers_may_leave_a_telephone', now());
INSERT INTO public.django_migrations VALUES (93, 'issues', '0012_people_are_asked_by_lot', now());
INSERT INTO public.django_migrations VALUES (94, 'issues', '0013_map_knows_how_long_it_took', now());
INSERT INTO public.django_migrations VALUES (95, 'issues', '0014_issues_of_a_unit_are_listed_by_index', now());
INSERT INTO public.django_migrations VALUES (96, 'kernel', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (97, 'procedures', '0002_search_tables', now());
INSERT INTO public.django_migrations VALUES (98, 'procedures', '0003_edition_is_by_act', now());
INSERT INTO public.django_migrations VALUES (99, 'law', '0001_verdicts_and_sign_offs', now());
INSERT INTO public.django_migrations VALUES (100, 'law', '0002_drafts_of_the_workshop', now());
INSERT INTO public.django_migrations VALUES (101, 'law', '0003_what_was_done_to_a_draft_stays', now());
INSERT INTO public.django_migrations VALUES (102, 'life_events', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (103, 'measures', '0001_what_measures_and_the_council_have', now());
INSERT INTO public.django_migrations VALUES (104, 'measures', '0002_pilot_is_measured_and_scaled', now());
INSERT INTO public.django_migrations VALUES (105, 'measures', '0003_passports_are_compared', now());
INSERT INTO public.django_migrations VALUES (106, 'measures', '0004_benefits_are_reviewed', now());
INSERT INTO public.django_migrations VALUES (107, 'measures', '0005_measures_stand_still_and_are_corrected', now());
INSERT INTO public.django_migrations VALUES (108, 'measures', '0006_stages_are_handed_over_and_contracts_amended', now());
INSERT INTO public.django_migrations VALUES (109, 'measures', '0007_votes_may_be_secret', now());
INSERT INTO public.django_migrations VALUES (110, 'measures', '0008_checks_are_proven_by_papers', now());
INSERT INTO public.django_migrations VALUES (111, 'measures', '0009_sites_of_a_pilot_have_costs', now());
INSERT INTO public.django_migrations VALUES (112, 'measures', '0010_pilots_answer_a_call_and_keep_a_diary', now());
INSERT INTO public.django_migrations VALUES (113, 'measures', '0011_places_are_covered_and_protocols_corrected', now());
INSERT INTO public.django_migrations VALUES (114, 'measures', '0012_profiles_know_shares_of_the_money', now());
INSERT INTO public.django_migrations VALUES (115, 'measures', '0013_stages_know_their_source', now());
INSERT INTO public.django_migrations VALUES (116, 'measures', '0014_contracts_have_terms', now());
INSERT INTO public.django_migrations VALUES (117, 'measures', '0015_classification_keeps_its_answers', now());
INSERT INTO public.django_migrations VALUES (118, 'measures', '0016_terms_keep_criteria_of_stages', now());
INSERT INTO public.django_migrations VALUES (119, 'notifications', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (120, 'payments', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (121, 'payments', '0002_money_is_added_only', now());
INSERT INTO public.django_migrations VALUES (122, 'plans', '0001_plans_and_reports', now());
INSERT INTO public.django_migrations VALUES (123, 'plans', '0002_what_is_accepted_is_frozen', now());
INSERT INTO public.django_migrations VALUES (124, 'procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (125, 'procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (126, 'procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (127, 'procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations VALUES (128, 'procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations VALUES (129, 'procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations VALUES (130, 'procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations VALUES (131, 'procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations VALUES (132, 'procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations VALUES (133, 'procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations VALUES (134, 'procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations VALUES (135, 'procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations VALUES (136, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (137, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations VALUES (138, 'procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations VALUES (139, 'procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations VALUES (140, 'procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations VALUES (141, 'procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (142, 'procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations VALUES (143, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations VALUES (144, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (145, 'procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations VALUES (146, 'procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations VALUES (147, 'procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations VALUES (148, 'procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations VALUES (149, 'procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations VALUES (150, 'procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations VALUES (151, 'procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations VALUES (152, 'procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (153, 'procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations VALUES (154, 'procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations VALUES (155, 'procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (156, 'procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (157, 'procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (158, 'procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (159, 'procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations VALUES (160, 'procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (161, 'procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (162, 'procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations VALUES (163, 'procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (164, 'procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (165, 'programmes', '0001_what_steering_adds_to_measures', now());
INSERT INTO public.django_migrations VALUES (166, 'programmes', '0002_forecast_may_be_replayed', now());
INSERT INTO public.django_migrations VALUES (167, 'programmes', '0003_dashboards_know_what_has_changed', now());
INSERT INTO public.django_migrations VALUES (168, 'programmes', '0004_changes_name_their_measure', now());
INSERT INTO public.django_migrations VALUES (169, 'ratings', '0001_organisations_are_rated', now());
INSERT INTO public.django_migrations VALUES (170, 'ratings', '0002_what_was_decided_stays', now());
INSERT INTO public.django_migrations VALUES (171, 'ratings', '0003_ratings_are_told_in_crowds', now());
INSERT INTO public.django_migrations VALUES (172, 'records', '0001_requests_about_data', now());
INSERT INTO public.django_migrations VALUES (173, 'records', '0002_breaches', now());
INSERT INTO public.django_migrations VALUES (174, 'records', '0003_acts_of_disposal_and_holds', now());
INSERT INTO public.django_migrations VALUES (175, 'records', '0004_cases_go_by_a_confirmed_act_only', now());
INSERT INTO public.django_migrations VALUES (176, 'records', '0005_answer_is_a_sealed_paper', now());
INSERT INTO public.django_migrations VALUES (177, 'records', '0006_issues_go_with_their_cases', now());
INSERT INTO public.django_migrations VALUES (178, 'records', '0007_appeals_go_by_a_confirmed_act_only', now());
INSERT INTO public.django_migrations VALUES (179, 'records', '0008_ratings_go_with_their_cases', now());
INSERT INTO public.django_migrations VALUES (180, 'records', '0009_what_went_up_goes_with_its_issue', now());
INSERT INTO public.django_migrations VALUES (181, 'records', '0010_lots_go_with_their_issues', now());
INSERT INTO public.django_migrations VALUES (182, 'registers', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (183, 'registers', '0002_what_grows_is_partitioned', now());
INSERT INTO public.django_migrations VALUES (184, 'registers', '0003_dwelling_is_found_however_written', now());
INSERT INTO public.django_migrations VALUES (185, 'registers', '0004_guardians', now());
INSERT INTO public.django_migrations VALUES (186, 'registers', '0005_pension_age_is_told_once', now());
INSERT INTO public.django_migrations VALUES (187, 'self_assessment', '0001_editions_and_answers', now());
INSERT INTO public.django_migrations VALUES (188, 'self_assessment', '0002_scorings_and_marks', now());
INSERT INTO public.django_migrations VALUES (189, 'self_assessment', '0003_mark_keeps_a_picture_and_a_digest', now());
INSERT INTO public.django_migrations VALUES (190, 'self_assessment', '0004_component_facts_of_others', now());
INSERT INTO public.django_migrations VALUES (191, 'statistics', '0001_finishing_dates', now());
INSERT INTO public.django_migrations VALUES (192, 'steering', '0003_scenario', now());
INSERT INTO public.django_migrations VALUES (193, 'steering', '0004_scenario_is_written_once', now());
INSERT INTO public.django_migrations VALUES (194, 'systems', '0001_systems_and_their_cards', now());
INSERT INTO public.django_migrations VALUES (195, 'systems', '0002_card_versions_are_added_only', now());
INSERT INTO public.django_migrations VALUES (196, 'systems', '0003_software_and_its_substitutes', now());
INSERT INTO public.django_migrations VALUES (197, 'systems', '0004_offices_and_traces', now());
INSERT INTO public.django_migrations VALUES (198, 'systems', '0005_software_says_who_described_it', now());
INSERT INTO public.django_migrations VALUES (199, 'systems', '0006_system_taken_in_awaits_its_owner', now());
INSERT INTO public.django_migrations VALUES (200, 'systems', '0007_training_tells_when_its_effect_was_told', now());
INSERT INTO public.django_migrations VALUES (201, 'territory', '0001_initial', now());
SELECT pg_catalog.setval('public.accounts_tries_id_seq', 1, false);
SELECT pg_catalog.setval('public.appeals_forwarding_id_seq', 1, false);
SELECT pg_catalog.setval('public.appeals_signature_id_seq', 1, false);
SELECT pg_catalog.setval('public.applications_decision_id_seq', 1, false);
SELECT pg_catalog.setval('public.applications_draftdecision_id_seq', 1, false);
SELECT pg_catalog.setval('public.applications_ownwords_id_seq', 1, false);
SELECT pg_catalog.setval('public.applications_secondofficial_id_seq', 1, false);
SELECT pg_catalog.setval('public.applications_supplement_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_seal_number_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 1012, true);
SELECT pg_catalog.setval('public.cases_attachment_id_seq', 1, false);
SELECT pg_catalog.setval('public.cases_caselink_id_seq', 1, false);
SELECT pg_catalog.setval('public.cases_clockentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.cases_message_id_seq', 1, false);
SELECT pg_catalog.setval('public.cases_rating_id_seq', 1, false);
SELECT pg_catalog.setval('public.cases_recusal_id_seq', 1, false);
SELECT pg_catalog.setval('public.cases_steptaken_id_seq', 1, false);
SELECT pg_catalog.setval('public.committee_controldate_id_seq', 1, false);
SELECT pg_catalog.setval('public.complaints_explanation_id_seq', 1, false);
SELECT pg_catalog.setval('public.consultations_reply_id_seq', 1, false);
SELECT pg_catalog.setval('public.consultations_signature_id_seq', 1, false);
SELECT pg_catalog.setval('public.consultations_stance_id_seq', 1, false);
SELECT pg_catalog.setval('public.consultations_statement_id_seq', 1, false);
SELECT pg_catalog.setval('public.consultations_version_id_seq', 1, false);
SELECT pg_catalog.setval('public.conversion_agreement_id_seq', 1, false);
SELECT pg_catalog.setval('public.conversion_work_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 253, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 201, true);
SELECT pg_catalog.setval('public.documents_wrongcode_id_seq', 1, false);
SELECT pg_catalog.setval('public.indicators_answer_id_seq', 1, false);
SELECT pg_catalog.setval('public.indicators_answerstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.indicators_proof_id_seq', 1, false);
SELECT pg_catalog.setval('public.indicators_task_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_assignedtile_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_bordertile_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_cell_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_escalation_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_flow_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_habit_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_learned_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_routingverdict_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_workreport_id_seq', 1, false);
SELECT pg_catalog.setval('public.kernel_outboxentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.law_draftmark_id_seq', 1, false);
SELECT pg_catalog.setval('public.law_signoff_id_seq', 1, false);
SELECT pg_catalog.setval('public.law_verdict_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_actrecorded_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_amendment_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_autoreport_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_baseline_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_benefitreview_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_call_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_checkproof_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_contractterms_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_correction_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_evaluation_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_incidentanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_measurement_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_mechanism_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_opinion_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_passportversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_payment_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_profile_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_remark_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_rolloutfact_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_rolloutplan_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_seat_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_separateopinion_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_similarcomment_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_stageact_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_stagepaper_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_suspension_id_seq', 1, false);
SELECT pg_catalog.setval('public.measures_vote_id_seq', 1, false);
SELECT pg_catalog.setval('public.obligations_feedaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.obligations_reminder_id_seq', 1, false);
SELECT pg_catalog.setval('public.obligations_step_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_annex_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_filing_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_result_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_row_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_treasurysum_id_seq', 1, false);
SELECT pg_catalog.setval('public.procedures_chapter_id_seq', 1, false);
SELECT pg_catalog.setval('public.procedures_loading_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.programmes_baselinestage_id_seq', 1, false);
SELECT pg_catalog.setval('public.programmes_change_id_seq', 1, false);
SELECT pg_catalog.setval('public.programmes_placement_id_seq', 1, false);
SELECT pg_catalog.setval('public.programmes_rating_id_seq', 1, false);
SELECT pg_catalog.setval('public.ratings_analysis_id_seq', 1, false);
SELECT pg_catalog.setval('public.ratings_earlier_id_seq', 1, false);
SELECT pg_catalog.setval('public.ratings_judgement_id_seq', 1, false);
SELECT pg_catalog.setval('public.ratings_remainder_id_seq', 1, false);
SELECT pg_catalog.setval('public.ratings_signal_ratings_id_seq', 1, false);
SELECT pg_catalog.setval('public.records_breach_id_seq', 1, false);
SELECT pg_catalog.setval('public.records_disposal_id_seq', 1, false);
SELECT pg_catalog.setval('public.records_disposalitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.records_hold_id_seq', 1, false);
SELECT pg_catalog.setval('public.registers_tradeobject_numbers', 1, false);
SELECT pg_catalog.setval('public.self_assessment_answer_id_seq', 1, false);
SELECT pg_catalog.setval('public.self_assessment_componentfact_id_seq', 1, false);
SELECT pg_catalog.setval('public.self_assessment_contact_id_seq', 1, false);
SELECT pg_catalog.setval('public.self_assessment_declinedoffer_id_seq', 1, false);
SELECT pg_catalog.setval('public.self_assessment_mark_id_seq', 1, false);
SELECT pg_catalog.setval('public.self_assessment_sectionowner_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_calibration_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_finishpromise_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_billtaken_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_cardversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_certificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_competenceneed_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_mastery_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_office_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_softwareuse_id_seq', 1, false);
SELECT pg_catalog.setval('public.systems_substitute_id_seq', 1, false);
SELECT pg_catalog.setval('public.territory_settlement_id_seq', 1, false);
ALTER TABLE ONLY public.issues_draw
    ADD CONSTRAINT a_day_is_drawn_for_once UNIQUE (since);
ALTER TABLE ONLY public.accounts_appointment
    ADD CONSTRAINT accounts_appointment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_consent
    ADD CONSTRAINT accounts_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_demonstrationcard
    ADD CONSTRAINT accounts_demonstrationcard_number_key UNIQUE (number);
ALTER TABLE ONLY public.accounts_demonstrationcard
    ADD CONSTRAINT accounts_demonstrationcard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_heldwords
    ADD CONSTRAINT accounts_heldwords_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.accounts_identitycheck
    ADD CONSTRAINT accounts_identitycheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.accounts_tries
    ADD CONSTRAINT accounts_tries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_login_key UNIQUE (login);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_party_id_key UNIQUE (party_id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_amendment
    ADD CONSTRAINT amendment_has_its_own_number UNIQUE (contract_id, number);
ALTER TABLE ONLY public.ratings_analysis
    ADD CONSTRAINT analysis_is_made_once_a_quarter UNIQUE NULLS NOT DISTINCT (organisation_id, quarter);
ALTER TABLE ONLY public.plans_annex
    ADD CONSTRAINT annex_has_its_own_number UNIQUE (plan_id, number);
ALTER TABLE ONLY public.appeals_signature
    ADD CONSTRAINT appeal_is_signed_once_by_each UNIQUE (appeal_id, party_id);
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.appeals_forwarding
    ADD CONSTRAINT appeals_forwarding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_reception
    ADD CONSTRAINT appeals_reception_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_signature
    ADD CONSTRAINT appeals_signature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_visitor
    ADD CONSTRAINT appeals_visitor_case_id_key UNIQUE (case_id);
ALTER TABLE ONLY public.appeals_visitor
    ADD CONSTRAINT appeals_visitor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.applications_decision
    ADD CONSTRAINT applications_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_draft
    ADD CONSTRAINT applications_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_draftdecision
    ADD CONSTRAINT applications_draftdecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_leavermark
    ADD CONSTRAINT applications_leavermark_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.applications_leftdraft
    ADD CONSTRAINT applications_leftdraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_ownwords
    ADD CONSTRAINT applications_ownwords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_secondofficial
    ADD CONSTRAINT applications_secondofficial_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applications_supplement
    ADD CONSTRAINT applications_supplement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_asked
    ADD CONSTRAINT approver_is_asked_once_a_round UNIQUE (filing_id, round, approver);
ALTER TABLE ONLY public.issues_assignedtile
    ADD CONSTRAINT assigned_to_one_organisation_at_a_time EXCLUDE USING gist (duty WITH =, cells WITH &&, days WITH &&);
ALTER TABLE ONLY public.issues_assignmentedition
    ADD CONSTRAINT assignment_edition_has_its_days_once UNIQUE (id, duty, days);
ALTER TABLE ONLY public.cases_attachment
    ADD CONSTRAINT attachment_is_in_a_case_once UNIQUE (case_id, file_id);
ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2026
    ADD CONSTRAINT audit_entry_2026_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2027
    ADD CONSTRAINT audit_entry_2027_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2028
    ADD CONSTRAINT audit_entry_2028_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2029
    ADD CONSTRAINT audit_entry_2029_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2030
    ADD CONSTRAINT audit_entry_2030_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2031
    ADD CONSTRAINT audit_entry_2031_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2032
    ADD CONSTRAINT audit_entry_2032_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2033
    ADD CONSTRAINT audit_entry_2033_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2034
    ADD CONSTRAINT audit_entry_2034_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2035
    ADD CONSTRAINT audit_entry_2035_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2036
    ADD CONSTRAINT audit_entry_2036_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2037
    ADD CONSTRAINT audit_entry_2037_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2038
    ADD CONSTRAINT audit_entry_2038_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2039
    ADD CONSTRAINT audit_entry_2039_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2040
    ADD CONSTRAINT audit_entry_2040_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_2041
    ADD CONSTRAINT audit_entry_2041_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_entry_other
    ADD CONSTRAINT audit_entry_other_pkey PRIMARY KEY (id, at);
ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.audit_link
    ADD CONSTRAINT audit_link_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_autoreport
    ADD CONSTRAINT auto_report_has_its_own_number UNIQUE (case_id, number);
ALTER TABLE ONLY public.programmes_baseline
    ADD CONSTRAINT baseline_has_its_own_number UNIQUE (case_id, number);
ALTER TABLE ONLY public.programmes_baselinestage
    ADD CONSTRAINT baseline_stage_has_its_own_number UNIQUE (baseline_id, number);
ALTER TABLE ONLY public.measures_benefitreview
    ADD CONSTRAINT benefits_reviewed_once_a_date UNIQUE (case_id, months);
ALTER TABLE ONLY public.issues_bordertile
    ADD CONSTRAINT border_tile_is_told_once UNIQUE (border_id, tile);
ALTER TABLE ONLY public.statistics_calibration
    ADD CONSTRAINT calibration_is_one_for_a_week UNIQUE (week);
ALTER TABLE ONLY public.conversion_card
    ADD CONSTRAINT card_number_is_used_once_a_procedure UNIQUE (procedure, number);
ALTER TABLE ONLY public.systems_cardversion
    ADD CONSTRAINT card_version_has_its_number UNIQUE (system_id, number);
ALTER TABLE ONLY public.records_disposalitem
    ADD CONSTRAINT case_is_once_in_an_act_of_disposal UNIQUE (disposal_id, case_id);
ALTER TABLE ONLY public.cases_attachment
    ADD CONSTRAINT cases_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.cases_caselink
    ADD CONSTRAINT cases_caselink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_clockentry
    ADD CONSTRAINT cases_clockentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_message
    ADD CONSTRAINT cases_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_rating
    ADD CONSTRAINT cases_rating_case_id_key UNIQUE (case_id);
ALTER TABLE ONLY public.cases_rating
    ADD CONSTRAINT cases_rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_recusal
    ADD CONSTRAINT cases_recusal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_skeleton
    ADD CONSTRAINT cases_skeleton_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_steptaken
    ADD CONSTRAINT cases_steptaken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cases_substitution
    ADD CONSTRAINT cases_substitution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_cell
    ADD CONSTRAINT cell_is_counted_in_one_row UNIQUE (level, category, status, cell);
ALTER TABLE ONLY public.procedures_chapter
    ADD CONSTRAINT chapter_number_is_used_once UNIQUE (list_id, number);
ALTER TABLE ONLY public.payments_charge
    ADD CONSTRAINT charge_is_made_once_for_its_reference_and_code UNIQUE (reference, code);
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT collection_is_opened_once_a_round UNIQUE (template, year, round);
ALTER TABLE ONLY public.committee_controldate
    ADD CONSTRAINT committee_controldate_duty_id_key UNIQUE (duty_id);
ALTER TABLE ONLY public.committee_controldate
    ADD CONSTRAINT committee_controldate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.committee_digest
    ADD CONSTRAINT committee_digest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_duty_id_key UNIQUE (duty_id);
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.complaints_complaint
    ADD CONSTRAINT complaints_complaint_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.complaints_explanation
    ADD CONSTRAINT complaints_explanation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.complaints_obligation
    ADD CONSTRAINT complaints_obligation_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.complaints_ruling
    ADD CONSTRAINT complaints_ruling_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.self_assessment_componentfact
    ADD CONSTRAINT component_is_told_once_a_year_in_a_file UNIQUE (code, year, file_sha256);
ALTER TABLE ONLY public.consultations_approval
    ADD CONSTRAINT consultations_approval_pkey PRIMARY KEY (holder);
ALTER TABLE ONLY public.consultations_ballot
    ADD CONSTRAINT consultations_ballot_pkey PRIMARY KEY (receipt);
ALTER TABLE ONLY public.consultations_budget
    ADD CONSTRAINT consultations_budget_code_key UNIQUE (code);
ALTER TABLE ONLY public.consultations_budget
    ADD CONSTRAINT consultations_budget_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_comment
    ADD CONSTRAINT consultations_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_discussion
    ADD CONSTRAINT consultations_discussion_code_key UNIQUE (code);
ALTER TABLE ONLY public.consultations_discussion
    ADD CONSTRAINT consultations_discussion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_draft
    ADD CONSTRAINT consultations_draft_code_key UNIQUE (code);
ALTER TABLE ONLY public.consultations_draft
    ADD CONSTRAINT consultations_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_petition
    ADD CONSTRAINT consultations_petition_code_key UNIQUE (code);
ALTER TABLE ONLY public.consultations_petition
    ADD CONSTRAINT consultations_petition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_poll
    ADD CONSTRAINT consultations_poll_code_key UNIQUE (code);
ALTER TABLE ONLY public.consultations_poll
    ADD CONSTRAINT consultations_poll_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_project
    ADD CONSTRAINT consultations_project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_reply
    ADD CONSTRAINT consultations_reply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_signature
    ADD CONSTRAINT consultations_signature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_stance
    ADD CONSTRAINT consultations_stance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_statement
    ADD CONSTRAINT consultations_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_trustee
    ADD CONSTRAINT consultations_trustee_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_version
    ADD CONSTRAINT consultations_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultations_votingpaper
    ADD CONSTRAINT consultations_votingpaper_pkey PRIMARY KEY (holder);
ALTER TABLE ONLY public.self_assessment_contact
    ADD CONSTRAINT contact_is_one_a_question_of_an_edition UNIQUE (edition_id, question);
ALTER TABLE ONLY public.conversion_agreement
    ADD CONSTRAINT conversion_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversion_card
    ADD CONSTRAINT conversion_card_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversion_work
    ADD CONSTRAINT conversion_work_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.counter_signedpaper
    ADD CONSTRAINT counter_signedpaper_case_id_key UNIQUE (case_id);
ALTER TABLE ONLY public.counter_signedpaper
    ADD CONSTRAINT counter_signedpaper_pkey PRIMARY KEY (draft_id);
ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.counter_visit
    ADD CONSTRAINT counter_visit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.counter_visit
    ADD CONSTRAINT counter_visit_ticket_id_key UNIQUE (ticket_id);
ALTER TABLE ONLY public.systems_mastery
    ADD CONSTRAINT data_object_has_one_master UNIQUE (object);
ALTER TABLE ONLY public.applications_decision
    ADD CONSTRAINT decision_is_one_for_each_round_of_a_case UNIQUE (case_id, round);
ALTER TABLE ONLY public.committee_digest
    ADD CONSTRAINT digest_is_made_once_a_week UNIQUE (committee_id, week);
ALTER TABLE ONLY public.measures_direction
    ADD CONSTRAINT direction_has_its_own_place_in_the_call UNIQUE (call_id, "position");
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT document_number_is_once_in_a_body UNIQUE (body_id, number);
ALTER TABLE ONLY public.documents_content
    ADD CONSTRAINT documents_content_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_code_key UNIQUE (code);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_content_id_key UNIQUE (content_id);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_key_key UNIQUE (key);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_sha256_key UNIQUE (sha256);
ALTER TABLE ONLY public.documents_revocation
    ADD CONSTRAINT documents_revocation_pkey PRIMARY KEY (document_id);
ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_wrongcode
    ADD CONSTRAINT documents_wrongcode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procedures_edition
    ADD CONSTRAINT edition_in_force_is_one_at_a_time EXCLUDE USING gist (procedure_id WITH =, daterange(valid_from, valid_until, '[)'::text) WITH &&);
ALTER TABLE ONLY public.procedures_edition
    ADD CONSTRAINT edition_number_is_used_once UNIQUE (procedure_id, number);
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT entry_of_a_payment_is_written_once UNIQUE (payment_id, kind);
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT entry_of_a_refund_is_written_once UNIQUE (refund_id);
ALTER TABLE ONLY public.exchange_accessrecord
    ADD CONSTRAINT exchange_accessrecord_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_0
    ADD CONSTRAINT exchange_accessrecord_0_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_10
    ADD CONSTRAINT exchange_accessrecord_10_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_11
    ADD CONSTRAINT exchange_accessrecord_11_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_12
    ADD CONSTRAINT exchange_accessrecord_12_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_13
    ADD CONSTRAINT exchange_accessrecord_13_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_14
    ADD CONSTRAINT exchange_accessrecord_14_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_15
    ADD CONSTRAINT exchange_accessrecord_15_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_1
    ADD CONSTRAINT exchange_accessrecord_1_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_2
    ADD CONSTRAINT exchange_accessrecord_2_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_3
    ADD CONSTRAINT exchange_accessrecord_3_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_4
    ADD CONSTRAINT exchange_accessrecord_4_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_5
    ADD CONSTRAINT exchange_accessrecord_5_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_6
    ADD CONSTRAINT exchange_accessrecord_6_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_7
    ADD CONSTRAINT exchange_accessrecord_7_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_8
    ADD CONSTRAINT exchange_accessrecord_8_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_accessrecord_9
    ADD CONSTRAINT exchange_accessrecord_9_pkey PRIMARY KEY (subject_id, id);
ALTER TABLE ONLY public.exchange_interagencyrequest
    ADD CONSTRAINT exchange_interagencyrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_interagencyrequest
    ADD CONSTRAINT exchange_interagencyrequest_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.plans_filing
    ADD CONSTRAINT filing_has_its_own_number UNIQUE (paper_id, number);
ALTER TABLE ONLY public.statistics_finishpromise
    ADD CONSTRAINT finish_promise_is_made_once_a_week UNIQUE NULLS NOT DISTINCT (week, procedure_code, body_id);
ALTER TABLE ONLY public.issues_flow
    ADD CONSTRAINT flow_is_counted_in_one_row UNIQUE (source, what, hour);
ALTER TABLE ONLY public.issues_habit
    ADD CONSTRAINT habit_is_told_once UNIQUE (key, executor_id);
ALTER TABLE ONLY public.indicators_answer
    ADD CONSTRAINT indicators_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators_answerstep
    ADD CONSTRAINT indicators_answerstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT indicators_collection_code_key UNIQUE (code);
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT indicators_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators_proof
    ADD CONSTRAINT indicators_proof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators_snapshot
    ADD CONSTRAINT indicators_snapshot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators_task
    ADD CONSTRAINT indicators_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_escalation
    ADD CONSTRAINT issue_goes_up_a_rung_once_for_a_day UNIQUE (issue_id, rung, day);
ALTER TABLE ONLY public.issues_assignedtile
    ADD CONSTRAINT issues_assignedtile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_assignment
    ADD CONSTRAINT issues_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_assignmentedition
    ADD CONSTRAINT issues_assignmentedition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_border
    ADD CONSTRAINT issues_border_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_bordertile
    ADD CONSTRAINT issues_bordertile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_cell
    ADD CONSTRAINT issues_cell_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_client
    ADD CONSTRAINT issues_client_key_fingerprint_key UNIQUE (key_fingerprint);
ALTER TABLE ONLY public.issues_client
    ADD CONSTRAINT issues_client_name_key UNIQUE (name);
ALTER TABLE ONLY public.issues_client
    ADD CONSTRAINT issues_client_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_draw
    ADD CONSTRAINT issues_draw_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_escalation
    ADD CONSTRAINT issues_escalation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_executor
    ADD CONSTRAINT issues_executor_body_id_key UNIQUE (body_id);
ALTER TABLE ONLY public.issues_executor
    ADD CONSTRAINT issues_executor_code_key UNIQUE (code);
ALTER TABLE ONLY public.issues_executor
    ADD CONSTRAINT issues_executor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_flow
    ADD CONSTRAINT issues_flow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_habit
    ADD CONSTRAINT issues_habit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_issue
    ADD CONSTRAINT issues_issue_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.issues_learned
    ADD CONSTRAINT issues_learned_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT issues_lot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_photo
    ADD CONSTRAINT issues_photo_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_precedent
    ADD CONSTRAINT issues_precedent_pkey PRIMARY KEY (reference);
ALTER TABLE ONLY public.issues_reporter
    ADD CONSTRAINT issues_reporter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_routingverdict
    ADD CONSTRAINT issues_routingverdict_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues_shown
    ADD CONSTRAINT issues_shown_pkey PRIMARY KEY (issue_id);
ALTER TABLE ONLY public.issues_telephone
    ADD CONSTRAINT issues_telephone_pkey PRIMARY KEY (reporter_id);
ALTER TABLE ONLY public.issues_workreport
    ADD CONSTRAINT issues_workreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kernel_outboxentry
    ADD CONSTRAINT kernel_outboxentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.law_draftmark
    ADD CONSTRAINT law_draftmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.law_rowdraft
    ADD CONSTRAINT law_rowdraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.law_signoff
    ADD CONSTRAINT law_signoff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.law_verdict
    ADD CONSTRAINT law_verdict_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.life_events_errand
    ADD CONSTRAINT life_events_errand_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.life_events_offer
    ADD CONSTRAINT life_events_offer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.life_events_sitting
    ADD CONSTRAINT life_events_sitting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_baseline
    ADD CONSTRAINT measure_baseline_has_its_own_number UNIQUE (case_id, number);
ALTER TABLE ONLY public.measures_agendaitem
    ADD CONSTRAINT measure_is_heard_once_a_session UNIQUE (session_id, case_id);
ALTER TABLE ONLY public.programmes_placement
    ADD CONSTRAINT measure_is_placed_once_a_day UNIQUE (case_id, since);
ALTER TABLE ONLY public.programmes_rating
    ADD CONSTRAINT measure_is_rated_once_a_day_by_each_side UNIQUE (case_id, view, "on");
ALTER TABLE ONLY public.measures_actrecorded
    ADD CONSTRAINT measures_actrecorded_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_agendaitem
    ADD CONSTRAINT measures_agendaitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_agreement
    ADD CONSTRAINT measures_agreement_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.measures_amendment
    ADD CONSTRAINT measures_amendment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_autoreport
    ADD CONSTRAINT measures_autoreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_autoreport
    ADD CONSTRAINT measures_autoreport_version_id_key UNIQUE (version_id);
ALTER TABLE ONLY public.measures_baseline
    ADD CONSTRAINT measures_baseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_benefitreview
    ADD CONSTRAINT measures_benefitreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_call
    ADD CONSTRAINT measures_call_code_key UNIQUE (code);
ALTER TABLE ONLY public.measures_call
    ADD CONSTRAINT measures_call_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_callquestion
    ADD CONSTRAINT measures_callquestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_checkproof
    ADD CONSTRAINT measures_checkproof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_classification
    ADD CONSTRAINT measures_classification_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.measures_commissioning
    ADD CONSTRAINT measures_commissioning_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.measures_condition
    ADD CONSTRAINT measures_condition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_contract
    ADD CONSTRAINT measures_contract_case_id_key UNIQUE (case_id);
ALTER TABLE ONLY public.measures_contract
    ADD CONSTRAINT measures_contract_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_contractterms
    ADD CONSTRAINT measures_contractterms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_correction
    ADD CONSTRAINT measures_correction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_diaryentry
    ADD CONSTRAINT measures_diaryentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_direction
    ADD CONSTRAINT measures_direction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_evaluation
    ADD CONSTRAINT measures_evaluation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_gramtable
    ADD CONSTRAINT measures_gramtable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_incident
    ADD CONSTRAINT measures_incident_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_incidentanswer
    ADD CONSTRAINT measures_incidentanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_measure
    ADD CONSTRAINT measures_measure_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.measures_measurement
    ADD CONSTRAINT measures_measurement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_mechanism
    ADD CONSTRAINT measures_mechanism_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_opinion
    ADD CONSTRAINT measures_opinion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_opinion
    ADD CONSTRAINT measures_opinion_version_id_key UNIQUE (version_id);
ALTER TABLE ONLY public.measures_passportdraft
    ADD CONSTRAINT measures_passportdraft_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.measures_passportversion
    ADD CONSTRAINT measures_passportversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_payment
    ADD CONSTRAINT measures_payment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_pilotterms
    ADD CONSTRAINT measures_pilotterms_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.measures_profile
    ADD CONSTRAINT measures_profile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_protocolcorrection
    ADD CONSTRAINT measures_protocolcorrection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_remark
    ADD CONSTRAINT measures_remark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_rolloutfact
    ADD CONSTRAINT measures_rolloutfact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_rolloutplan
    ADD CONSTRAINT measures_rolloutplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_seat
    ADD CONSTRAINT measures_seat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_separateopinion
    ADD CONSTRAINT measures_separateopinion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_session
    ADD CONSTRAINT measures_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_similarcomment
    ADD CONSTRAINT measures_similarcomment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_stage
    ADD CONSTRAINT measures_stage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_stageact
    ADD CONSTRAINT measures_stageact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_stagepaper
    ADD CONSTRAINT measures_stagepaper_file_id_key UNIQUE (file_id);
ALTER TABLE ONLY public.measures_stagepaper
    ADD CONSTRAINT measures_stagepaper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_suspension
    ADD CONSTRAINT measures_suspension_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_vote
    ADD CONSTRAINT measures_vote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_seat
    ADD CONSTRAINT member_has_one_seat UNIQUE (session_id, member_id);
ALTER TABLE ONLY public.measures_separateopinion
    ADD CONSTRAINT member_has_one_separate_opinion UNIQUE (item_id, seat_id);
ALTER TABLE ONLY public.measures_vote
    ADD CONSTRAINT member_votes_once_on_an_item UNIQUE (item_id, seat_id);
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notice_is_told_once UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_letter
    ADD CONSTRAINT notifications_letter_notice_id_key UNIQUE (notice_id);
ALTER TABLE ONLY public.notifications_letter
    ADD CONSTRAINT notifications_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_notice_00
    ADD CONSTRAINT notifications_notice_00_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notifications_notice_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_00
    ADD CONSTRAINT notifications_notice_00_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_01
    ADD CONSTRAINT notifications_notice_01_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_01
    ADD CONSTRAINT notifications_notice_01_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_02
    ADD CONSTRAINT notifications_notice_02_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_02
    ADD CONSTRAINT notifications_notice_02_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_03
    ADD CONSTRAINT notifications_notice_03_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_03
    ADD CONSTRAINT notifications_notice_03_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_04
    ADD CONSTRAINT notifications_notice_04_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_04
    ADD CONSTRAINT notifications_notice_04_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_05
    ADD CONSTRAINT notifications_notice_05_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_05
    ADD CONSTRAINT notifications_notice_05_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_06
    ADD CONSTRAINT notifications_notice_06_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_06
    ADD CONSTRAINT notifications_notice_06_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_07
    ADD CONSTRAINT notifications_notice_07_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_07
    ADD CONSTRAINT notifications_notice_07_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_08
    ADD CONSTRAINT notifications_notice_08_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_08
    ADD CONSTRAINT notifications_notice_08_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_09
    ADD CONSTRAINT notifications_notice_09_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_09
    ADD CONSTRAINT notifications_notice_09_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_10
    ADD CONSTRAINT notifications_notice_10_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_10
    ADD CONSTRAINT notifications_notice_10_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_11
    ADD CONSTRAINT notifications_notice_11_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_11
    ADD CONSTRAINT notifications_notice_11_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_12
    ADD CONSTRAINT notifications_notice_12_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_12
    ADD CONSTRAINT notifications_notice_12_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_13
    ADD CONSTRAINT notifications_notice_13_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_13
    ADD CONSTRAINT notifications_notice_13_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_14
    ADD CONSTRAINT notifications_notice_14_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_14
    ADD CONSTRAINT notifications_notice_14_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_notice_15
    ADD CONSTRAINT notifications_notice_15_party_id_once_key UNIQUE (party_id, once);
ALTER TABLE ONLY public.notifications_notice_15
    ADD CONSTRAINT notifications_notice_15_pkey PRIMARY KEY (party_id, id);
ALTER TABLE ONLY public.notifications_withoutletters
    ADD CONSTRAINT notifications_withoutletters_pkey PRIMARY KEY (party_id);
ALTER TABLE ONLY public.obligations_obligation
    ADD CONSTRAINT obligation_is_one_for_its_rule_subject_and_period UNIQUE (rule, subject_id, period, about);
ALTER TABLE ONLY public.obligations_feedaddress
    ADD CONSTRAINT obligations_feedaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.obligations_feedaddress
    ADD CONSTRAINT obligations_feedaddress_secret_fingerprint_key UNIQUE (secret_fingerprint);
ALTER TABLE ONLY public.obligations_obligation
    ADD CONSTRAINT obligations_obligation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.obligations_reminder
    ADD CONSTRAINT obligations_reminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.obligations_step
    ADD CONSTRAINT obligations_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.life_events_offer
    ADD CONSTRAINT offer_is_made_once UNIQUE (person_id, rule, about);
ALTER TABLE ONLY public.appeals_reception
    ADD CONSTRAINT official_receives_once_at_a_time UNIQUE (official_id, begins_at);
ALTER TABLE ONLY public.cases_recusal
    ADD CONSTRAINT official_stands_aside_once_in_a_case UNIQUE (official_id, case_id);
ALTER TABLE ONLY public.plans_paper
    ADD CONSTRAINT paper_is_one_for_a_body_and_year UNIQUE (kind, body_id, year);
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_mandate_id_key UNIQUE (mandate_id);
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.parties_minorconsent
    ADD CONSTRAINT parties_minorconsent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.parties_organisation
    ADD CONSTRAINT parties_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.parties_person
    ADD CONSTRAINT parties_person_personal_number_fingerprint_key UNIQUE (personal_number_fingerprint);
ALTER TABLE ONLY public.parties_person
    ADD CONSTRAINT parties_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.parties_persondocument
    ADD CONSTRAINT parties_persondocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_passportversion
    ADD CONSTRAINT passport_version_has_its_own_number UNIQUE (case_id, number);
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payment_is_one_for_its_transaction UNIQUE (provider, transaction_id);
ALTER TABLE ONLY public.payments_charge
    ADD CONSTRAINT payments_charge_account_key UNIQUE (account);
ALTER TABLE ONLY public.payments_charge
    ADD CONSTRAINT payments_charge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT payments_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_annex
    ADD CONSTRAINT plans_annex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_filing
    ADD CONSTRAINT plans_filing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_paper
    ADD CONSTRAINT plans_paper_obligation_id_key UNIQUE (obligation_id);
ALTER TABLE ONLY public.plans_paper
    ADD CONSTRAINT plans_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_result
    ADD CONSTRAINT plans_result_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_review
    ADD CONSTRAINT plans_review_pkey PRIMARY KEY (filing_id);
ALTER TABLE ONLY public.plans_row
    ADD CONSTRAINT plans_row_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_row
    ADD CONSTRAINT plans_row_replaces_id_key UNIQUE (replaces_id);
ALTER TABLE ONLY public.plans_treasurysum
    ADD CONSTRAINT plans_treasurysum_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.life_events_errand
    ADD CONSTRAINT procedure_is_once_in_a_sitting UNIQUE (sitting_id, procedure);
ALTER TABLE ONLY public.procedures_procedure
    ADD CONSTRAINT procedure_number_is_used_once UNIQUE (list_id, number);
ALTER TABLE ONLY public.procedures_chapter
    ADD CONSTRAINT procedures_chapter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procedures_edition
    ADD CONSTRAINT procedures_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procedures_loading
    ADD CONSTRAINT procedures_loading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procedures_procedure
    ADD CONSTRAINT procedures_procedure_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.procedures_procedurelist
    ADD CONSTRAINT procedures_procedurelist_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.procedures_searchentry
    ADD CONSTRAINT procedures_searchentry_pkey PRIMARY KEY (edition_id);
ALTER TABLE ONLY public.procedures_searchstate
    ADD CONSTRAINT procedures_searchstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procedures_searchword
    ADD CONSTRAINT procedures_searchword_pkey PRIMARY KEY (term);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_profile
    ADD CONSTRAINT profile_of_each_thing_once UNIQUE (kind, key);
ALTER TABLE ONLY public.programmes_baseline
    ADD CONSTRAINT programmes_baseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_baselinestage
    ADD CONSTRAINT programmes_baselinestage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_change
    ADD CONSTRAINT programmes_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_forecastrun
    ADD CONSTRAINT programmes_forecastrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_placement
    ADD CONSTRAINT programmes_placement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_progress
    ADD CONSTRAINT programmes_progress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_rating
    ADD CONSTRAINT programmes_rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.programmes_scenario
    ADD CONSTRAINT programmes_scenario_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_protocolcorrection
    ADD CONSTRAINT protocol_correction_has_its_own_number UNIQUE (session_id, number);
ALTER TABLE ONLY public.steering_publishedindex
    ADD CONSTRAINT published_index_has_one_text_an_edition UNIQUE (code, edition);
ALTER TABLE ONLY public.indicators_answer
    ADD CONSTRAINT question_is_answered_once_in_a_task UNIQUE (task_id, question);
ALTER TABLE ONLY public.ratings_analysis
    ADD CONSTRAINT ratings_analysis_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_crowd
    ADD CONSTRAINT ratings_crowd_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_earlier
    ADD CONSTRAINT ratings_earlier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_given
    ADD CONSTRAINT ratings_given_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.ratings_judgement
    ADD CONSTRAINT ratings_judgement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_organisation
    ADD CONSTRAINT ratings_organisation_code_key UNIQUE (code);
ALTER TABLE ONLY public.ratings_organisation
    ADD CONSTRAINT ratings_organisation_party_id_key UNIQUE (party_id);
ALTER TABLE ONLY public.ratings_organisation
    ADD CONSTRAINT ratings_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_remainder
    ADD CONSTRAINT ratings_remainder_lot_key UNIQUE (lot);
ALTER TABLE ONLY public.ratings_remainder
    ADD CONSTRAINT ratings_remainder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_reply
    ADD CONSTRAINT ratings_reply_pkey PRIMARY KEY (given_id);
ALTER TABLE ONLY public.ratings_signal
    ADD CONSTRAINT ratings_signal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_signal_ratings
    ADD CONSTRAINT ratings_signal_ratings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ratings_signal_ratings
    ADD CONSTRAINT ratings_signal_ratings_signal_id_given_id_c5645e10_uniq UNIQUE (signal_id, given_id);
ALTER TABLE ONLY public.records_breach
    ADD CONSTRAINT records_breach_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_breach
    ADD CONSTRAINT records_breach_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.records_datarequest
    ADD CONSTRAINT records_datarequest_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.records_disposal
    ADD CONSTRAINT records_disposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_disposal
    ADD CONSTRAINT records_disposal_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.records_disposalitem
    ADD CONSTRAINT records_disposalitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_hold
    ADD CONSTRAINT records_hold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_reply
    ADD CONSTRAINT records_reply_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY public.registers_dwelling
    ADD CONSTRAINT registers_dwelling_key_key UNIQUE (key);
ALTER TABLE ONLY public.registers_dwelling
    ADD CONSTRAINT registers_dwelling_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registers_dwellingshare
    ADD CONSTRAINT registers_dwellingshare_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registers_familytie
    ADD CONSTRAINT registers_familytie_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_0
    ADD CONSTRAINT registers_familytie_0_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_10
    ADD CONSTRAINT registers_familytie_10_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_11
    ADD CONSTRAINT registers_familytie_11_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_12
    ADD CONSTRAINT registers_familytie_12_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_13
    ADD CONSTRAINT registers_familytie_13_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_14
    ADD CONSTRAINT registers_familytie_14_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_15
    ADD CONSTRAINT registers_familytie_15_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_1
    ADD CONSTRAINT registers_familytie_1_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_2
    ADD CONSTRAINT registers_familytie_2_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_3
    ADD CONSTRAINT registers_familytie_3_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_4
    ADD CONSTRAINT registers_familytie_4_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_5
    ADD CONSTRAINT registers_familytie_5_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_6
    ADD CONSTRAINT registers_familytie_6_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_7
    ADD CONSTRAINT registers_familytie_7_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_8
    ADD CONSTRAINT registers_familytie_8_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_familytie_9
    ADD CONSTRAINT registers_familytie_9_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_householdmember
    ADD CONSTRAINT registers_householdmember_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_0
    ADD CONSTRAINT registers_householdmember_0_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_10
    ADD CONSTRAINT registers_householdmember_10_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_11
    ADD CONSTRAINT registers_householdmember_11_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_12
    ADD CONSTRAINT registers_householdmember_12_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_13
    ADD CONSTRAINT registers_householdmember_13_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_14
    ADD CONSTRAINT registers_householdmember_14_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_15
    ADD CONSTRAINT registers_householdmember_15_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_1
    ADD CONSTRAINT registers_householdmember_1_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_2
    ADD CONSTRAINT registers_householdmember_2_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_3
    ADD CONSTRAINT registers_householdmember_3_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_4
    ADD CONSTRAINT registers_householdmember_4_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_5
    ADD CONSTRAINT registers_householdmember_5_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_6
    ADD CONSTRAINT registers_householdmember_6_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_7
    ADD CONSTRAINT registers_householdmember_7_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_8
    ADD CONSTRAINT registers_householdmember_8_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_householdmember_9
    ADD CONSTRAINT registers_householdmember_9_pkey PRIMARY KEY (dwelling_id, id);
ALTER TABLE ONLY public.registers_outage
    ADD CONSTRAINT registers_outage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registers_pensionage
    ADD CONSTRAINT registers_pensionage_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.registers_registeredorganisation
    ADD CONSTRAINT registers_registeredorganisation_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.registers_residence
    ADD CONSTRAINT registers_residence_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_0
    ADD CONSTRAINT registers_residence_0_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_10
    ADD CONSTRAINT registers_residence_10_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_11
    ADD CONSTRAINT registers_residence_11_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_12
    ADD CONSTRAINT registers_residence_12_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_13
    ADD CONSTRAINT registers_residence_13_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_14
    ADD CONSTRAINT registers_residence_14_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_15
    ADD CONSTRAINT registers_residence_15_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_1
    ADD CONSTRAINT registers_residence_1_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_2
    ADD CONSTRAINT registers_residence_2_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_3
    ADD CONSTRAINT registers_residence_3_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_4
    ADD CONSTRAINT registers_residence_4_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_5
    ADD CONSTRAINT registers_residence_5_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_6
    ADD CONSTRAINT registers_residence_6_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_7
    ADD CONSTRAINT registers_residence_7_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_8
    ADD CONSTRAINT registers_residence_8_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_residence_9
    ADD CONSTRAINT registers_residence_9_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY public.registers_tradeobject
    ADD CONSTRAINT registers_tradeobject_number_key UNIQUE (number);
ALTER TABLE ONLY public.registers_tradeobject
    ADD CONSTRAINT registers_tradeobject_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.obligations_reminder
    ADD CONSTRAINT reminder_is_told_once UNIQUE (obligation_id, deadline, mark);
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT reporter_enters_a_draw_once UNIQUE (draw_id, reporter_id);
ALTER TABLE ONLY public.plans_result
    ADD CONSTRAINT result_is_one_for_a_row UNIQUE (report_id, row_id);
ALTER TABLE ONLY public.programmes_scenario
    ADD CONSTRAINT scenario_has_its_own_name UNIQUE (node, name);
ALTER TABLE ONLY public.self_assessment_answer
    ADD CONSTRAINT self_assessment_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_componentfact
    ADD CONSTRAINT self_assessment_componentfact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_contact
    ADD CONSTRAINT self_assessment_contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_declinedoffer
    ADD CONSTRAINT self_assessment_declinedoffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_edition
    ADD CONSTRAINT self_assessment_edition_name_key UNIQUE (name);
ALTER TABLE ONLY public.self_assessment_edition
    ADD CONSTRAINT self_assessment_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_mark
    ADD CONSTRAINT self_assessment_mark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_scoring
    ADD CONSTRAINT self_assessment_scoring_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.self_assessment_sectionowner
    ADD CONSTRAINT self_assessment_sectionowner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measures_session
    ADD CONSTRAINT session_has_its_own_number UNIQUE (body_id, number);
ALTER TABLE ONLY public.conversion_agreement
    ADD CONSTRAINT side_speaks_once_on_a_card UNIQUE (card_id, side);
ALTER TABLE ONLY public.law_signoff
    ADD CONSTRAINT sign_off_is_given_once_by_a_person UNIQUE (before, after, by_id);
ALTER TABLE ONLY public.ratings_signal
    ADD CONSTRAINT signal_is_told_once UNIQUE (sign, organisation_id, key);
ALTER TABLE ONLY public.measures_similarcomment
    ADD CONSTRAINT similar_thing_commented_once UNIQUE (report_id, key);
ALTER TABLE ONLY public.indicators_snapshot
    ADD CONSTRAINT snapshot_is_taken_once_for_a_day UNIQUE (code, version, "on");
ALTER TABLE ONLY public.systems_softwareitem
    ADD CONSTRAINT software_is_entered_once UNIQUE (name, version, vendor);
ALTER TABLE ONLY public.measures_stage
    ADD CONSTRAINT stage_has_its_own_number UNIQUE (contract_id, number);
ALTER TABLE ONLY public.statistics_calibration
    ADD CONSTRAINT statistics_calibration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_finishpromise
    ADD CONSTRAINT statistics_finishpromise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.steering_publishedindex
    ADD CONSTRAINT steering_publishedindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.steering_scenario
    ADD CONSTRAINT steering_scenario_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators_task
    ADD CONSTRAINT subject_is_asked_once_in_a_collection UNIQUE (collection_id, subject);
ALTER TABLE ONLY public.systems_substitute
    ADD CONSTRAINT substitute_is_named_once UNIQUE (item_id, by_id);
ALTER TABLE ONLY public.systems_asked
    ADD CONSTRAINT systems_asked_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_billtaken
    ADD CONSTRAINT systems_billtaken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_cardversion
    ADD CONSTRAINT systems_cardversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_certificate
    ADD CONSTRAINT systems_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_competenceneed
    ADD CONSTRAINT systems_competenceneed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_filing
    ADD CONSTRAINT systems_filing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_mastery
    ADD CONSTRAINT systems_mastery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_office
    ADD CONSTRAINT systems_office_code_key UNIQUE (code);
ALTER TABLE ONLY public.systems_office
    ADD CONSTRAINT systems_office_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_proposal
    ADD CONSTRAINT systems_proposal_key_key UNIQUE (key);
ALTER TABLE ONLY public.systems_proposal
    ADD CONSTRAINT systems_proposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_replacement
    ADD CONSTRAINT systems_replacement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_softwareitem
    ADD CONSTRAINT systems_softwareitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_softwareuse
    ADD CONSTRAINT systems_softwareuse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_specialist
    ADD CONSTRAINT systems_specialist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_substitute
    ADD CONSTRAINT systems_substitute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_system
    ADD CONSTRAINT systems_system_number_key UNIQUE (number);
ALTER TABLE ONLY public.systems_system
    ADD CONSTRAINT systems_system_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.systems_trainingline
    ADD CONSTRAINT systems_trainingline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT task_has_a_number_of_its_own UNIQUE (committee_id, year, place);
ALTER TABLE ONLY public.territory_settlement
    ADD CONSTRAINT territory_settlement_key_key UNIQUE (key);
ALTER TABLE ONLY public.territory_settlement
    ADD CONSTRAINT territory_settlement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.territory_unit
    ADD CONSTRAINT territory_unit_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT ticket_number_is_given_once_a_day UNIQUE (body_id, day, number);
ALTER TABLE ONLY public.plans_treasurysum
    ADD CONSTRAINT treasury_sum_is_once_in_an_import UNIQUE (body_id, year, source, imported_at);
ALTER TABLE ONLY public.law_verdict
    ADD CONSTRAINT verdict_is_one_for_a_wording UNIQUE (digest, version);
ALTER TABLE ONLY public.documents_wrongcode
    ADD CONSTRAINT wrong_codes_are_counted_by_hour UNIQUE (source, hour);
CREATE UNIQUE INDEX a_person_signs_a_petition_once ON public.consultations_signature USING btree (petition_id, person_id);
CREATE UNIQUE INDEX a_voting_paper_votes_once ON public.consultations_ballot USING btree (poll_id, credential);
CREATE INDEX accounts_appointment_body_id_a7fc0749 ON public.accounts_appointment USING btree (body_id);
CREATE INDEX accounts_appointment_user_id_ffc999b5 ON public.accounts_appointment USING btree (user_id);
CREATE INDEX accounts_consent_user_id_81cd791f ON public.accounts_consent USING btree (user_id);
CREATE INDEX accounts_demonstrationcard_number_a22bda8c_like ON public.accounts_demonstrationcard USING btree (number varchar_pattern_ops);
CREATE INDEX accounts_heldwords_key_39510854_like ON public.accounts_heldwords USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_heldwords_until_ba03f6ee ON public.accounts_heldwords USING btree (until);
CREATE INDEX accounts_session_expire_date_5bbfba7c ON public.accounts_session USING btree (expire_date);
CREATE INDEX accounts_session_session_key_b186966f_like ON public.accounts_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX accounts_session_user_id_d5aaed01 ON public.accounts_session USING btree (user_id);
CREATE INDEX accounts_user_login_c2ed0b12_like ON public.accounts_user USING btree (login varchar_pattern_ops);
CREATE UNIQUE INDEX annex_is_prepared_one_at_a_time ON public.plans_annex USING btree (plan_id) WHERE (signed_at IS NULL);
CREATE INDEX answer_of_a_question ON public.self_assessment_answer USING btree (edition_id, question, id DESC);
CREATE UNIQUE INDEX appeal_is_joined_at_its_own_address ON public.appeals_appeal USING btree (join_code) WHERE (NOT ((join_code)::text = ''::text));
CREATE INDEX appeals_answer_by_id_9098b512 ON public.appeals_answer USING btree (by_id);
CREATE INDEX appeals_answer_result_55f2cebd ON public.appeals_answer USING btree (result);
CREATE INDEX appeals_answer_result_55f2cebd_like ON public.appeals_answer USING btree (result varchar_pattern_ops);
CREATE INDEX appeals_forwarding_by_id_09c72c71 ON public.appeals_forwarding USING btree (by_id);
CREATE INDEX appeals_forwarding_case_id_669a9462 ON public.appeals_forwarding USING btree (case_id);
CREATE INDEX appeals_reception_begins_at_7cdc94a0 ON public.appeals_reception USING btree (begins_at);
CREATE INDEX appeals_reception_body_id_a7f630f0 ON public.appeals_reception USING btree (body_id);
CREATE INDEX appeals_reception_official_id_d97ffa03 ON public.appeals_reception USING btree (official_id);
CREATE INDEX appeals_signature_appeal_id_49e5b7f6 ON public.appeals_signature USING btree (appeal_id);
CREATE INDEX appeals_signature_party_id_b45aa8cf ON public.appeals_signature USING btree (party_id);
CREATE INDEX appeals_visitor_party_id_187ee764 ON public.appeals_visitor USING btree (party_id);
CREATE INDEX appeals_visitor_reception_id_124122f6 ON public.appeals_visitor USING btree (reception_id);
CREATE INDEX applications_application_edition_id_2efc3f2c ON public.applications_application USING btree (edition_id);
CREATE INDEX applications_decision_by_id_8184935c ON public.applications_decision USING btree (by_id);
CREATE INDEX applications_decision_drafted_by_id_7b1658de ON public.applications_decision USING btree (drafted_by_id);
CREATE INDEX applications_draft_edition_id_f43ad51c ON public.applications_draft USING btree (edition_id);
CREATE INDEX applications_draft_lodged_as_id_6f1114c1 ON public.applications_draft USING btree (lodged_as_id);
CREATE INDEX applications_draft_user_id_630f0798 ON public.applications_draft USING btree (user_id);
CREATE INDEX applications_draftdecision_by_id_ab594c86 ON public.applications_draftdecision USING btree (by_id);
CREATE INDEX applications_draftdecision_case_id_05120110 ON public.applications_draftdecision USING btree (case_id);
CREATE INDEX applications_draftdecision_ended_by_id_6dd042c3 ON public.applications_draftdecision USING btree (ended_by_id);
CREATE INDEX applications_leavermark_digest_a10dbc23_like ON public.applications_leavermark USING btree (digest varchar_pattern_ops);
CREATE INDEX applications_leavermark_quarter_fd073d76 ON public.applications_leavermark USING btree (quarter);
CREATE INDEX applications_leftdraft_procedure_25058757 ON public.applications_leftdraft USING btree (procedure);
CREATE INDEX applications_leftdraft_procedure_25058757_like ON public.applications_leftdraft USING btree (procedure varchar_pattern_ops);
CREATE INDEX applications_ownwords_by_id_b126664d ON public.applications_ownwords USING btree (by_id);
CREATE INDEX applications_secondofficial_body_id_d3550351 ON public.applications_secondofficial USING btree (body_id);
CREATE INDEX applications_secondofficial_set_by_id_82d2af8a ON public.applications_secondofficial USING btree (set_by_id);
CREATE INDEX applications_supplement_answered_by_id_8eb39d56 ON public.applications_supplement USING btree (answered_by_id);
CREATE INDEX applications_supplement_asked_by_id_92cb021f ON public.applications_supplement USING btree (asked_by_id);
CREATE INDEX applications_supplement_case_id_d3139a90 ON public.applications_supplement USING btree (case_id);
CREATE INDEX assigned_tile_of_edition ON public.issues_assignedtile USING btree (edition_id, tile);
CREATE INDEX audit_entry_at ON ONLY public.audit_entry USING brin (at);
CREATE INDEX audit_entry_2026_at_idx ON public.audit_entry_2026 USING brin (at);
CREATE INDEX audit_entry_body ON ONLY public.audit_entry USING btree (body, id);
CREATE INDEX audit_entry_2026_body_id_idx ON public.audit_entry_2026 USING btree (body, id);
CREATE INDEX audit_entry_by ON ONLY public.audit_entry USING btree (by, id);
CREATE INDEX audit_entry_2026_by_id_idx ON public.audit_entry_2026 USING btree (by, id);
CREATE INDEX audit_entry_object ON ONLY public.audit_entry USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2026_object_type_object_id_id_idx ON public.audit_entry_2026 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_tx ON ONLY public.audit_entry USING btree (tx);
CREATE INDEX audit_entry_2026_tx_idx ON public.audit_entry_2026 USING btree (tx);
CREATE INDEX audit_entry_2027_at_idx ON public.audit_entry_2027 USING brin (at);
CREATE INDEX audit_entry_2027_body_id_idx ON public.audit_entry_2027 USING btree (body, id);
CREATE INDEX audit_entry_2027_by_id_idx ON public.audit_entry_2027 USING btree (by, id);
CREATE INDEX audit_entry_2027_object_type_object_id_id_idx ON public.audit_entry_2027 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2027_tx_idx ON public.audit_entry_2027 USING btree (tx);
CREATE INDEX audit_entry_2028_at_idx ON public.audit_entry_2028 USING brin (at);
CREATE INDEX audit_entry_2028_body_id_idx ON public.audit_entry_2028 USING btree (body, id);
CREATE INDEX audit_entry_2028_by_id_idx ON public.audit_entry_2028 USING btree (by, id);
CREATE INDEX audit_entry_2028_object_type_object_id_id_idx ON public.audit_entry_2028 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2028_tx_idx ON public.audit_entry_2028 USING btree (tx);
CREATE INDEX audit_entry_2029_at_idx ON public.audit_entry_2029 USING brin (at);
CREATE INDEX audit_entry_2029_body_id_idx ON public.audit_entry_2029 USING btree (body, id);
CREATE INDEX audit_entry_2029_by_id_idx ON public.audit_entry_2029 USING btree (by, id);
CREATE INDEX audit_entry_2029_object_type_object_id_id_idx ON public.audit_entry_2029 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2029_tx_idx ON public.audit_entry_2029 USING btree (tx);
CREATE INDEX audit_entry_2030_at_idx ON public.audit_entry_2030 USING brin (at);
CREATE INDEX audit_entry_2030_body_id_idx ON public.audit_entry_2030 USING btree (body, id);
CREATE INDEX audit_entry_2030_by_id_idx ON public.audit_entry_2030 USING btree (by, id);
CREATE INDEX audit_entry_2030_object_type_object_id_id_idx ON public.audit_entry_2030 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2030_tx_idx ON public.audit_entry_2030 USING btree (tx);
CREATE INDEX audit_entry_2031_at_idx ON public.audit_entry_2031 USING brin (at);
CREATE INDEX audit_entry_2031_body_id_idx ON public.audit_entry_2031 USING btree (body, id);
CREATE INDEX audit_entry_2031_by_id_idx ON public.audit_entry_2031 USING btree (by, id);
CREATE INDEX audit_entry_2031_object_type_object_id_id_idx ON public.audit_entry_2031 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2031_tx_idx ON public.audit_entry_2031 USING btree (tx);
CREATE INDEX audit_entry_2032_at_idx ON public.audit_entry_2032 USING brin (at);
CREATE INDEX audit_entry_2032_body_id_idx ON public.audit_entry_2032 USING btree (body, id);
CREATE INDEX audit_entry_2032_by_id_idx ON public.audit_entry_2032 USING btree (by, id);
CREATE INDEX audit_entry_2032_object_type_object_id_id_idx ON public.audit_entry_2032 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2032_tx_idx ON public.audit_entry_2032 USING btree (tx);
CREATE INDEX audit_entry_2033_at_idx ON public.audit_entry_2033 USING brin (at);
CREATE INDEX audit_entry_2033_body_id_idx ON public.audit_entry_2033 USING btree (body, id);
CREATE INDEX audit_entry_2033_by_id_idx ON public.audit_entry_2033 USING btree (by, id);
CREATE INDEX audit_entry_2033_object_type_object_id_id_idx ON public.audit_entry_2033 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2033_tx_idx ON public.audit_entry_2033 USING btree (tx);
CREATE INDEX audit_entry_2034_at_idx ON public.audit_entry_2034 USING brin (at);
CREATE INDEX audit_entry_2034_body_id_idx ON public.audit_entry_2034 USING btree (body, id);
CREATE INDEX audit_entry_2034_by_id_idx ON public.audit_entry_2034 USING btree (by, id);
CREATE INDEX audit_entry_2034_object_type_object_id_id_idx ON public.audit_entry_2034 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2034_tx_idx ON public.audit_entry_2034 USING btree (tx);
CREATE INDEX audit_entry_2035_at_idx ON public.audit_entry_2035 USING brin (at);
CREATE INDEX audit_entry_2035_body_id_idx ON public.audit_entry_2035 USING btree (body, id);
CREATE INDEX audit_entry_2035_by_id_idx ON public.audit_entry_2035 USING btree (by, id);
CREATE INDEX audit_entry_2035_object_type_object_id_id_idx ON public.audit_entry_2035 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2035_tx_idx ON public.audit_entry_2035 USING btree (tx);
CREATE INDEX audit_entry_2036_at_idx ON public.audit_entry_2036 USING brin (at);
CREATE INDEX audit_entry_2036_body_id_idx ON public.audit_entry_2036 USING btree (body, id);
CREATE INDEX audit_entry_2036_by_id_idx ON public.audit_entry_2036 USING btree (by, id);
CREATE INDEX audit_entry_2036_object_type_object_id_id_idx ON public.audit_entry_2036 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2036_tx_idx ON public.audit_entry_2036 USING btree (tx);
CREATE INDEX audit_entry_2037_at_idx ON public.audit_entry_2037 USING brin (at);
CREATE INDEX audit_entry_2037_body_id_idx ON public.audit_entry_2037 USING btree (body, id);
CREATE INDEX audit_entry_2037_by_id_idx ON public.audit_entry_2037 USING btree (by, id);
CREATE INDEX audit_entry_2037_object_type_object_id_id_idx ON public.audit_entry_2037 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2037_tx_idx ON public.audit_entry_2037 USING btree (tx);
CREATE INDEX audit_entry_2038_at_idx ON public.audit_entry_2038 USING brin (at);
CREATE INDEX audit_entry_2038_body_id_idx ON public.audit_entry_2038 USING btree (body, id);
CREATE INDEX audit_entry_2038_by_id_idx ON public.audit_entry_2038 USING btree (by, id);
CREATE INDEX audit_entry_2038_object_type_object_id_id_idx ON public.audit_entry_2038 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2038_tx_idx ON public.audit_entry_2038 USING btree (tx);
CREATE INDEX audit_entry_2039_at_idx ON public.audit_entry_2039 USING brin (at);
CREATE INDEX audit_entry_2039_body_id_idx ON public.audit_entry_2039 USING btree (body, id);
CREATE INDEX audit_entry_2039_by_id_idx ON public.audit_entry_2039 USING btree (by, id);
CREATE INDEX audit_entry_2039_object_type_object_id_id_idx ON public.audit_entry_2039 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2039_tx_idx ON public.audit_entry_2039 USING btree (tx);
CREATE INDEX audit_entry_2040_at_idx ON public.audit_entry_2040 USING brin (at);
CREATE INDEX audit_entry_2040_body_id_idx ON public.audit_entry_2040 USING btree (body, id);
CREATE INDEX audit_entry_2040_by_id_idx ON public.audit_entry_2040 USING btree (by, id);
CREATE INDEX audit_entry_2040_object_type_object_id_id_idx ON public.audit_entry_2040 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2040_tx_idx ON public.audit_entry_2040 USING btree (tx);
CREATE INDEX audit_entry_2041_at_idx ON public.audit_entry_2041 USING brin (at);
CREATE INDEX audit_entry_2041_body_id_idx ON public.audit_entry_2041 USING btree (body, id);
CREATE INDEX audit_entry_2041_by_id_idx ON public.audit_entry_2041 USING btree (by, id);
CREATE INDEX audit_entry_2041_object_type_object_id_id_idx ON public.audit_entry_2041 USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_2041_tx_idx ON public.audit_entry_2041 USING btree (tx);
CREATE INDEX audit_entry_other_at_idx ON public.audit_entry_other USING brin (at);
CREATE INDEX audit_entry_other_body_id_idx ON public.audit_entry_other USING btree (body, id);
CREATE INDEX audit_entry_other_by_id_idx ON public.audit_entry_other USING btree (by, id);
CREATE INDEX audit_entry_other_object_type_object_id_id_idx ON public.audit_entry_other USING btree (object_type, object_id, id);
CREATE INDEX audit_entry_other_tx_idx ON public.audit_entry_other USING btree (tx);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE UNIQUE INDEX body_code_is_given_once ON public.parties_organisation USING btree (code) WHERE (NOT ((code)::text = ''::text));
CREATE INDEX body_kind ON public.parties_organisation USING btree (kind) WHERE is_body;
CREATE INDEX case_closed_at_body ON public.cases_case USING btree (body_id, closed_on DESC) WHERE (closed_on IS NOT NULL);
CREATE INDEX case_in_queue_of_body ON public.cases_case USING btree (body_id, COALESCE(due_on, '9999-12-31'::date), lodged_at, id) INCLUDE (applicant_id, due_on) WHERE (closed_on IS NULL);
CREATE INDEX case_in_queue_of_official ON public.cases_case USING btree (body_id, handler_id, COALESCE(due_on, '9999-12-31'::date), lodged_at, id) INCLUDE (due_on, status) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX case_is_linked_to_another_once ON public.cases_caselink USING btree (case_id, about_id, kind) WHERE (ended_at IS NULL);
CREATE INDEX case_of_applicant ON public.cases_case USING btree (applicant_id, lodged_at DESC);
CREATE INDEX case_of_kind_newest_first ON public.cases_case USING btree (kind, lodged_at DESC, id DESC) INCLUDE (status, subject_code);
CREATE INDEX cases_attachment_by_id_3e2a71e8 ON public.cases_attachment USING btree (by_id);
CREATE INDEX cases_attachment_case_id_1cf64b9f ON public.cases_attachment USING btree (case_id);
CREATE INDEX cases_case_handler_id_21cefe0d ON public.cases_case USING btree (handler_id);
CREATE INDEX cases_case_lodged_by_id_4141bc1f ON public.cases_case USING btree (lodged_by_id);
CREATE INDEX cases_case_reference_cb43aa34_like ON public.cases_case USING btree (reference varchar_pattern_ops);
CREATE INDEX cases_caselink_about_id_2cba5404 ON public.cases_caselink USING btree (about_id);
CREATE INDEX cases_caselink_by_id_2c329a30 ON public.cases_caselink USING btree (by_id);
CREATE INDEX cases_caselink_case_id_d380f93b ON public.cases_caselink USING btree (case_id);
CREATE INDEX cases_caselink_ended_by_id_87da1a04 ON public.cases_caselink USING btree (ended_by_id);
CREATE INDEX cases_clockentry_by_id_6425d76a ON public.cases_clockentry USING btree (by_id);
CREATE INDEX cases_clockentry_case_id_62516bf9 ON public.cases_clockentry USING btree (case_id);
CREATE INDEX cases_message_by_id_32a3f716 ON public.cases_message USING btree (by_id);
CREATE INDEX cases_message_case_id_544aca6d ON public.cases_message USING btree (case_id);
CREATE INDEX cases_rating_body_id_a92965e8 ON public.cases_rating USING btree (body_id);
CREATE INDEX cases_recusal_case_id_609df095 ON public.cases_recusal USING btree (case_id);
CREATE INDEX cases_recusal_official_id_c32e61fa ON public.cases_recusal USING btree (official_id);
CREATE INDEX cases_steptaken_acting_for_id_2e78db62 ON public.cases_steptaken USING btree (acting_for_id);
CREATE INDEX cases_steptaken_by_id_599bcc33 ON public.cases_steptaken USING btree (by_id);
CREATE INDEX cases_steptaken_case_id_8f6fbcbd ON public.cases_steptaken USING btree (case_id);
CREATE INDEX cases_steptaken_mandate_id_106c48b7 ON public.cases_steptaken USING btree (mandate_id);
CREATE INDEX cases_substitution_deputy_id_807e8807 ON public.cases_substitution USING btree (deputy_id);
CREATE INDEX cases_substitution_named_by_id_d56e660f ON public.cases_substitution USING btree (named_by_id);
CREATE INDEX cases_substitution_principal_id_4a8f0146 ON public.cases_substitution USING btree (principal_id);
CREATE INDEX charge_of_payer ON public.payments_charge USING btree (payer_id, charged_at DESC);
CREATE INDEX charge_waiting ON public.payments_charge USING btree (due_on) WHERE ((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('part_paid'::character varying)::text]));
CREATE UNIQUE INDEX clock_starts_once ON public.cases_clockentry USING btree (case_id) WHERE ((tick)::text = 'start'::text);
CREATE UNIQUE INDEX code_belongs_to_one_reporter ON public.issues_reporter USING btree (code_fingerprint) WHERE (NOT ((code_fingerprint)::text = ''::text));
CREATE INDEX committee_controldate_by_id_f9cb3623 ON public.committee_controldate USING btree (by_id);
CREATE INDEX committee_controldate_task_id_41ddce63 ON public.committee_controldate USING btree (task_id);
CREATE INDEX committee_digest_committee_id_882f159c ON public.committee_digest USING btree (committee_id);
CREATE INDEX committee_task_committee_id_33830dce ON public.committee_task USING btree (committee_id);
CREATE INDEX committee_task_given_by_id_0fe488bf ON public.committee_task USING btree (given_by_id);
CREATE INDEX committee_task_organisation_id_58d7711f ON public.committee_task USING btree (organisation_id);
CREATE INDEX committee_task_taken_by_id_708fc41d ON public.committee_task USING btree (taken_by_id);
CREATE INDEX complaints_complaint_first_body_id_62970b15 ON public.complaints_complaint USING btree (first_body_id);
CREATE INDEX complaints_explanation_answered_by_id_20c5b547 ON public.complaints_explanation USING btree (answered_by_id);
CREATE INDEX complaints_explanation_asked_by_id_ae01b6e3 ON public.complaints_explanation USING btree (asked_by_id);
CREATE INDEX complaints_explanation_complaint_id_3bea3918 ON public.complaints_explanation USING btree (complaint_id);
CREATE INDEX complaints_ruling_by_id_005b54ac ON public.complaints_ruling USING btree (by_id);
CREATE INDEX complaints_ruling_result_dbafc649 ON public.complaints_ruling USING btree (result);
CREATE INDEX complaints_ruling_result_dbafc649_like ON public.complaints_ruling USING btree (result varchar_pattern_ops);
CREATE UNIQUE INDEX consent_in_force_is_one_for_a_purpose ON public.accounts_consent USING btree (user_id, purpose, provider) WHERE (withdrawn_at IS NULL);
CREATE INDEX consultations_approval_budget_id_c0f68220 ON public.consultations_approval USING btree (budget_id);
CREATE INDEX consultations_approval_holder_ee469842_like ON public.consultations_approval USING btree (holder varchar_pattern_ops);
CREATE INDEX consultations_ballot_poll_id_715f3d1d ON public.consultations_ballot USING btree (poll_id);
CREATE INDEX consultations_ballot_receipt_9de9aa60_like ON public.consultations_ballot USING btree (receipt varchar_pattern_ops);
CREATE INDEX consultations_budget_code_e6f7a13b_like ON public.consultations_budget USING btree (code varchar_pattern_ops);
CREATE INDEX consultations_comment_draft_id_056330aa ON public.consultations_comment USING btree (draft_id);
CREATE INDEX consultations_comment_reply_id_68339494 ON public.consultations_comment USING btree (reply_id);
CREATE INDEX consultations_comment_version_id_b8d2462c ON public.consultations_comment USING btree (version_id);
CREATE INDEX consultations_discussion_code_a0ffd402_like ON public.consultations_discussion USING btree (code varchar_pattern_ops);
CREATE INDEX consultations_discussion_draft_id_7ff1f596 ON public.consultations_discussion USING btree (draft_id);
CREATE INDEX consultations_draft_code_44d19634_like ON public.consultations_draft USING btree (code varchar_pattern_ops);
CREATE INDEX consultations_petition_answered_by_id_1fd9c13b ON public.consultations_petition USING btree (answered_by_id);
CREATE INDEX consultations_petition_code_756f831d_like ON public.consultations_petition USING btree (code varchar_pattern_ops);
CREATE INDEX consultations_poll_code_4d87bfb4_like ON public.consultations_poll USING btree (code varchar_pattern_ops);
CREATE INDEX consultations_poll_prepared_by_id_259f6256 ON public.consultations_poll USING btree (prepared_by_id);
CREATE INDEX consultations_project_budget_id_e8cbb832 ON public.consultations_project USING btree (budget_id);
CREATE INDEX consultations_reply_by_id_fc500358 ON public.consultations_reply USING btree (by_id);
CREATE INDEX consultations_reply_draft_id_726c7524 ON public.consultations_reply USING btree (draft_id);
CREATE INDEX consultations_signature_petition_id_58026ff9 ON public.consultations_signature USING btree (petition_id);
CREATE INDEX consultations_stance_statement_id_9310864d ON public.consultations_stance USING btree (statement_id);
CREATE INDEX consultations_statement_discussion_id_5bc439bd ON public.consultations_statement USING btree (discussion_id);
CREATE INDEX consultations_trustee_poll_id_b181d2ff ON public.consultations_trustee USING btree (poll_id);
CREATE INDEX consultations_trustee_user_id_27558023 ON public.consultations_trustee USING btree (user_id);
CREATE INDEX consultations_version_draft_id_713f4362 ON public.consultations_version USING btree (draft_id);
CREATE INDEX consultations_votingpaper_holder_ee4fb0eb_like ON public.consultations_votingpaper USING btree (holder varchar_pattern_ops);
CREATE INDEX consultations_votingpaper_poll_id_f7b29f03 ON public.consultations_votingpaper USING btree (poll_id);
CREATE INDEX conversion_agreement_by_id_7473a515 ON public.conversion_agreement USING btree (by_id);
CREATE INDEX conversion_agreement_card_id_21d1a7fe ON public.conversion_agreement USING btree (card_id);
CREATE INDEX conversion_card_drawn_by_id_34904438 ON public.conversion_card USING btree (drawn_by_id);
CREATE INDEX conversion_work_by_id_68f1934d ON public.conversion_work USING btree (by_id);
CREATE INDEX conversion_work_card_id_78c8d8d4 ON public.conversion_work USING btree (card_id);
CREATE INDEX counter_signedpaper_visit_id_1745c6ce ON public.counter_signedpaper USING btree (visit_id);
CREATE INDEX counter_visit_official_id_b46d3650 ON public.counter_visit USING btree (official_id);
CREATE INDEX crowd_by_quarter ON public.ratings_crowd USING btree (organisation_id, quarter);
CREATE UNIQUE INDEX decision_that_stands_is_one_for_a_case ON public.applications_decision USING btree (case_id) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX disposal_runs_one_at_a_time_in_a_body ON public.records_disposal USING btree (body_id) WHERE ((dropped_at IS NULL) AND (finished_at IS NULL));
CREATE INDEX document_by_case ON public.documents_document USING btree (case_reference);
CREATE INDEX document_by_holder ON public.documents_document USING btree (holder_id, issued_at DESC);
CREATE UNIQUE INDEX document_number_is_given_once ON public.parties_persondocument USING btree (kind, number_fingerprint);
CREATE INDEX documents_document_code_06f0bf8e_like ON public.documents_document USING btree (code varchar_pattern_ops);
CREATE INDEX documents_document_key_7b15582f_like ON public.documents_document USING btree (key varchar_pattern_ops);
CREATE INDEX documents_document_sha256_9c516612_like ON public.documents_document USING btree (sha256 varchar_pattern_ops);
CREATE INDEX documents_storedfile_content_id_db826f69 ON public.documents_storedfile USING btree (content_id);
CREATE UNIQUE INDEX draft_decision_waits_one_at_a_time ON public.applications_draftdecision USING btree (case_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX draft_is_one_for_each_applicant_and_edition ON public.applications_draft USING btree (user_id, edition_id, applicant_id) WHERE (lodged_as_id IS NULL);
CREATE INDEX dwelling_by_spelling ON public.registers_dwelling USING gin (spellings);
CREATE INDEX escalation_to_body ON public.issues_escalation USING btree (body_id);
CREATE INDEX exchange_accessrecord_at ON ONLY public.exchange_accessrecord USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_0_subject_id_at_idx ON public.exchange_accessrecord_0 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_10_subject_id_at_idx ON public.exchange_accessrecord_10 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_11_subject_id_at_idx ON public.exchange_accessrecord_11 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_12_subject_id_at_idx ON public.exchange_accessrecord_12 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_13_subject_id_at_idx ON public.exchange_accessrecord_13 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_14_subject_id_at_idx ON public.exchange_accessrecord_14 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_15_subject_id_at_idx ON public.exchange_accessrecord_15 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_1_subject_id_at_idx ON public.exchange_accessrecord_1 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_2_subject_id_at_idx ON public.exchange_accessrecord_2 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_3_subject_id_at_idx ON public.exchange_accessrecord_3 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_4_subject_id_at_idx ON public.exchange_accessrecord_4 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_5_subject_id_at_idx ON public.exchange_accessrecord_5 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_6_subject_id_at_idx ON public.exchange_accessrecord_6 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_7_subject_id_at_idx ON public.exchange_accessrecord_7 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_8_subject_id_at_idx ON public.exchange_accessrecord_8 USING btree (subject_id, at DESC);
CREATE INDEX exchange_accessrecord_9_subject_id_at_idx ON public.exchange_accessrecord_9 USING btree (subject_id, at DESC);
CREATE INDEX exchange_interagencyrequest_reference_fb8b5c32_like ON public.exchange_interagencyrequest USING btree (reference varchar_pattern_ops);
CREATE UNIQUE INDEX feed_of_a_body_has_one_address ON public.obligations_feedaddress USING btree (body_id) WHERE (ended_at IS NULL);
CREATE INDEX file_by_content ON public.documents_storedfile USING btree (content_id);
CREATE INDEX file_by_owner_and_digest ON public.documents_storedfile USING btree (owner_id, sha256);
CREATE INDEX file_never_used ON public.documents_storedfile USING btree (kept_at) WHERE (used_at IS NULL);
CREATE INDEX forecast_of_node ON public.programmes_forecastrun USING btree (node, at DESC);
CREATE INDEX given_by_day ON public.ratings_given USING btree (organisation_id, "on");
CREATE INDEX given_by_quarter ON public.ratings_given USING btree (organisation_id, quarter);
CREATE INDEX given_from ON public.ratings_given USING btree (network) WHERE (NOT ((network)::text = ''::text));
CREATE INDEX given_in_words ON public.ratings_given USING btree (words_mark) WHERE (NOT ((words_mark)::text = ''::text));
CREATE UNIQUE INDEX hold_stands_once_on_a_case ON public.records_hold USING btree (case_id) WHERE (lifted_at IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX indicators_answer_answered_by_id_3fc6a7fa ON public.indicators_answer USING btree (answered_by_id);
CREATE INDEX indicators_answer_task_id_f5978b8e ON public.indicators_answer USING btree (task_id);
CREATE INDEX indicators_answer_verified_by_id_48ef1fbd ON public.indicators_answer USING btree (verified_by_id);
CREATE INDEX indicators_answerstep_answer_id_573c5c18 ON public.indicators_answerstep USING btree (answer_id);
CREATE INDEX indicators_answerstep_by_id_0763960a ON public.indicators_answerstep USING btree (by_id);
CREATE INDEX indicators_collection_code_01afc6d8_like ON public.indicators_collection USING btree (code varchar_pattern_ops);
CREATE INDEX indicators_collection_opened_by_id_1e38197e ON public.indicators_collection USING btree (opened_by_id);
CREATE INDEX indicators_collection_publication_id_ff19d02b ON public.indicators_collection USING btree (publication_id);
CREATE INDEX indicators_collection_published_by_id_de1a7259 ON public.indicators_collection USING btree (published_by_id);
CREATE INDEX indicators_collection_template_faea289d ON public.indicators_collection USING btree (template);
CREATE INDEX indicators_collection_template_faea289d_like ON public.indicators_collection USING btree (template varchar_pattern_ops);
CREATE INDEX indicators_collection_together_by_id_17d64b83 ON public.indicators_collection USING btree (together_by_id);
CREATE INDEX indicators_proof_answer_id_a1cf1d2a ON public.indicators_proof USING btree (answer_id);
CREATE INDEX indicators_proof_by_id_d2f88cec ON public.indicators_proof USING btree (by_id);
CREATE INDEX indicators_snapshot_by_id_46b93318 ON public.indicators_snapshot USING btree (by_id);
CREATE INDEX indicators_snapshot_code_2eff48ec ON public.indicators_snapshot USING btree (code);
CREATE INDEX indicators_snapshot_code_2eff48ec_like ON public.indicators_snapshot USING btree (code varchar_pattern_ops);
CREATE INDEX indicators_task_body_id_0d3b7313 ON public.indicators_task USING btree (body_id);
CREATE INDEX indicators_task_collection_id_06e5a08c ON public.indicators_task USING btree (collection_id);
CREATE INDEX issue_at_house ON public.issues_issue USING btree (house_key, reported_at DESC) WHERE (NOT ((house_key)::text = ''::text));
CREATE INDEX issue_by_place ON public.issues_issue USING gist (point(lon, lat));
CREATE INDEX issue_by_words ON public.issues_issue USING gin (to_tsvector('simple'::regconfig, COALESCE(search_text, ''::text)));
CREATE INDEX issue_newest_first ON public.issues_issue USING btree (reported_at DESC, case_id DESC);
CREATE UNIQUE INDEX issue_of_a_file_is_here_once ON public.issues_issue USING btree (source_key) WHERE (NOT ((source_key)::text = ''::text));
CREATE INDEX issue_of_category ON public.issues_issue USING btree (category, reported_at DESC);
CREATE INDEX issue_of_executor ON public.issues_issue USING btree (executor_id, reported_at DESC);
CREATE INDEX issue_of_unit_newest_first ON public.issues_issue USING btree (unit_code, reported_at DESC, case_id DESC);
CREATE INDEX issues_assignedtile_assignment_id_fe897250 ON public.issues_assignedtile USING btree (assignment_id);
CREATE INDEX issues_assignedtile_edition_id_bd683d46 ON public.issues_assignedtile USING btree (edition_id);
CREATE INDEX issues_assignment_edition_id_f708bef2 ON public.issues_assignment USING btree (edition_id);
CREATE INDEX issues_assignment_executor_id_ef0c294e ON public.issues_assignment USING btree (executor_id);
CREATE INDEX issues_assignmentedition_border_id_b0c408ae ON public.issues_assignmentedition USING btree (border_id);
CREATE INDEX issues_bordertile_border_id_52d435fe ON public.issues_bordertile USING btree (border_id);
CREATE INDEX issues_client_key_fingerprint_c16d2a89_like ON public.issues_client USING btree (key_fingerprint varchar_pattern_ops);
CREATE INDEX issues_client_name_d8a1fe4e_like ON public.issues_client USING btree (name varchar_pattern_ops);
CREATE INDEX issues_escalation_issue_id_3a8bd358 ON public.issues_escalation USING btree (issue_id);
CREATE INDEX issues_executor_code_c42a5242_like ON public.issues_executor USING btree (code varchar_pattern_ops);
CREATE INDEX issues_habit_executor_id_c4839a08 ON public.issues_habit USING btree (executor_id);
CREATE INDEX issues_issue_alike_to_id_eac6ee2c ON public.issues_issue USING btree (alike_to_id);
CREATE INDEX issues_issue_executor_id_8e8c0889 ON public.issues_issue USING btree (executor_id);
CREATE INDEX issues_issue_merged_into_id_805ae032 ON public.issues_issue USING btree (merged_into_id);
CREATE INDEX issues_lot_draw_id_92ee8957 ON public.issues_lot USING btree (draw_id);
CREATE INDEX issues_lot_executor_id_a04b6d50 ON public.issues_lot USING btree (executor_id);
CREATE INDEX issues_lot_issue_id_6b3ba54c ON public.issues_lot USING btree (issue_id);
CREATE INDEX issues_lot_reporter_id_f0eb3818 ON public.issues_lot USING btree (reporter_id);
CREATE INDEX issues_lot_taken_by_id_26429d6c ON public.issues_lot USING btree (taken_by_id);
CREATE INDEX issues_photo_issue_id_3291a5d3 ON public.issues_photo USING btree (issue_id);
CREATE INDEX issues_precedent_executor_id_45dc31ff ON public.issues_precedent USING btree (executor_id);
CREATE INDEX issues_precedent_reference_d1a93b45_like ON public.issues_precedent USING btree (reference varchar_pattern_ops);
CREATE INDEX issues_reporter_came_as_id_393cc85b ON public.issues_reporter USING btree (came_as_id);
CREATE INDEX issues_reporter_issue_id_822c91a9 ON public.issues_reporter USING btree (issue_id);
CREATE INDEX issues_workreport_executor_id_e8780662 ON public.issues_workreport USING btree (executor_id);
CREATE INDEX issues_workreport_issue_id_d5e3e187 ON public.issues_workreport USING btree (issue_id);
CREATE INDEX item_to_end ON public.records_disposalitem USING btree (disposal_id) WHERE (ended_at IS NULL);
CREATE INDEX kernel_outbox_waiting ON public.kernel_outboxentry USING btree (due_at, id) WHERE (failed_at IS NULL);
CREATE INDEX law_draftmark_by_id_3326601f ON public.law_draftmark USING btree (by_id);
CREATE INDEX law_draftmark_draft_id_f589ee8e ON public.law_draftmark USING btree (draft_id);
CREATE INDEX law_rowdraft_edition_id_56f38195 ON public.law_rowdraft USING btree (edition_id);
CREATE INDEX law_rowdraft_published_by_id_731b3732 ON public.law_rowdraft USING btree (published_by_id);
CREATE INDEX law_rowdraft_reviewed_by_id_8183113f ON public.law_rowdraft USING btree (reviewed_by_id);
CREATE INDEX law_signoff_by_id_8cda07b9 ON public.law_signoff USING btree (by_id);
CREATE INDEX letter_waiting ON public.notifications_letter USING btree (due_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX life_events_errand_case_id_2d5aa73f ON public.life_events_errand USING btree (case_id);
CREATE INDEX life_events_errand_draft_id_4a47bf5c ON public.life_events_errand USING btree (draft_id);
CREATE INDEX life_events_errand_sitting_id_e202f043 ON public.life_events_errand USING btree (sitting_id);
CREATE INDEX life_events_offer_sitting_id_82df5f0c ON public.life_events_offer USING btree (sitting_id);
CREATE INDEX life_events_sitting_user_id_8cda444f ON public.life_events_sitting USING btree (user_id);
CREATE INDEX lot_that_waits ON public.issues_lot USING btree (until) WHERE ((outcome)::text = 'waiting'::text);
CREATE INDEX mandate_of_agent ON public.parties_mandate USING btree (person_id);
CREATE UNIQUE INDEX measure_is_suspended_once_at_a_time ON public.measures_suspension USING btree (case_id) WHERE (ended_at IS NULL);
CREATE INDEX measures_actrecorded_by_id_159b5075 ON public.measures_actrecorded USING btree (by_id);
CREATE INDEX measures_actrecorded_case_id_cea3188f ON public.measures_actrecorded USING btree (case_id);
CREATE INDEX measures_agendaitem_case_id_c6672798 ON public.measures_agendaitem USING btree (case_id);
CREATE INDEX measures_agendaitem_session_id_9c3cc5ea ON public.measures_agendaitem USING btree (session_id);
CREATE INDEX measures_agendaitem_version_id_2f6ffff0 ON public.measures_agendaitem USING btree (version_id);
CREATE INDEX measures_agreement_by_id_790694cb ON public.measures_agreement USING btree (by_id);
CREATE INDEX measures_amendment_by_id_293932a6 ON public.measures_amendment USING btree (by_id);
CREATE INDEX measures_amendment_contract_id_f6cf45f6 ON public.measures_amendment USING btree (contract_id);
CREATE INDEX measures_autoreport_by_id_ca4a7d0a ON public.measures_autoreport USING btree (by_id);
CREATE INDEX measures_autoreport_case_id_90d78f90 ON public.measures_autoreport USING btree (case_id);
CREATE INDEX measures_baseline_case_id_1bbd30f6 ON public.measures_baseline USING btree (case_id);
CREATE INDEX measures_baseline_version_id_ed687c93 ON public.measures_baseline USING btree (version_id);
CREATE INDEX measures_benefitreview_by_id_a2103a3a ON public.measures_benefitreview USING btree (by_id);
CREATE INDEX measures_benefitreview_case_id_4c57d47d ON public.measures_benefitreview USING btree (case_id);
CREATE INDEX measures_call_code_82c12a13_like ON public.measures_call USING btree (code varchar_pattern_ops);
CREATE INDEX measures_call_published_by_id_e6508bbf ON public.measures_call USING btree (published_by_id);
CREATE INDEX measures_call_written_by_id_f6ff4444 ON public.measures_call USING btree (written_by_id);
CREATE INDEX measures_callquestion_answered_by_id_c443c073 ON public.measures_callquestion USING btree (answered_by_id);
CREATE INDEX measures_callquestion_by_id_e4b2a41c ON public.measures_callquestion USING btree (by_id);
CREATE INDEX measures_callquestion_call_id_0567e84d ON public.measures_callquestion USING btree (call_id);
CREATE INDEX measures_checkproof_by_id_5273295b ON public.measures_checkproof USING btree (by_id);
CREATE INDEX measures_checkproof_case_id_503d3a32 ON public.measures_checkproof USING btree (case_id);
CREATE INDEX measures_classification_by_id_db3a1b38 ON public.measures_classification USING btree (by_id);
CREATE INDEX measures_commissioning_by_id_a10769ee ON public.measures_commissioning USING btree (by_id);
CREATE INDEX measures_condition_item_id_6706e5e1 ON public.measures_condition USING btree (item_id);
CREATE INDEX measures_condition_met_by_id_417431de ON public.measures_condition USING btree (met_by_id);
CREATE INDEX measures_contractterms_by_id_fb572f17 ON public.measures_contractterms USING btree (by_id);
CREATE INDEX measures_contractterms_contract_id_4ed30f14 ON public.measures_contractterms USING btree (contract_id);
CREATE INDEX measures_correction_by_id_401db1d6 ON public.measures_correction USING btree (by_id);
CREATE INDEX measures_correction_case_id_6fea0a0e ON public.measures_correction USING btree (case_id);
CREATE INDEX measures_diaryentry_by_id_a3eb97d7 ON public.measures_diaryentry USING btree (by_id);
CREATE INDEX measures_diaryentry_case_id_611144dd ON public.measures_diaryentry USING btree (case_id);
CREATE INDEX measures_direction_call_id_b59445bf ON public.measures_direction USING btree (call_id);
CREATE INDEX measures_evaluation_by_id_19fd0f31 ON public.measures_evaluation USING btree (by_id);
CREATE INDEX measures_evaluation_case_id_d623398d ON public.measures_evaluation USING btree (case_id);
CREATE INDEX measures_incident_by_id_b511f2f4 ON public.measures_incident USING btree (by_id);
CREATE INDEX measures_incident_case_id_4fa30617 ON public.measures_incident USING btree (case_id);
CREATE INDEX measures_incidentanswer_by_id_7fc4bda1 ON public.measures_incidentanswer USING btree (by_id);
CREATE INDEX measures_incidentanswer_incident_id_5c0e97c0 ON public.measures_incidentanswer USING btree (incident_id);
CREATE INDEX measures_measure_scales_id_f47f4ad8 ON public.measures_measure USING btree (scales_id);
CREATE INDEX measures_measurement_by_id_fed5a1b6 ON public.measures_measurement USING btree (by_id);
CREATE INDEX measures_measurement_case_id_f580f50d ON public.measures_measurement USING btree (case_id);
CREATE INDEX measures_mechanism_by_id_0071eca3 ON public.measures_mechanism USING btree (by_id);
CREATE INDEX measures_mechanism_case_id_acf070c8 ON public.measures_mechanism USING btree (case_id);
CREATE INDEX measures_opinion_by_id_1e5bbec5 ON public.measures_opinion USING btree (by_id);
CREATE INDEX measures_passportdraft_by_id_8d348b2f ON public.measures_passportdraft USING btree (by_id);
CREATE INDEX measures_passportversion_by_id_d69b2144 ON public.measures_passportversion USING btree (by_id);
CREATE INDEX measures_passportversion_case_id_c3a2b062 ON public.measures_passportversion USING btree (case_id);
CREATE INDEX measures_payment_by_id_f8356fa0 ON public.measures_payment USING btree (by_id);
CREATE INDEX measures_payment_contract_id_480d23eb ON public.measures_payment USING btree (contract_id);
CREATE INDEX measures_pilotterms_direction_id_8a76f829 ON public.measures_pilotterms USING btree (direction_id);
CREATE INDEX measures_profile_case_id_2c8b7bae ON public.measures_profile USING btree (case_id);
CREATE INDEX measures_protocolcorrection_by_id_cde51a97 ON public.measures_protocolcorrection USING btree (by_id);
CREATE INDEX measures_protocolcorrection_item_id_460dc8d8 ON public.measures_protocolcorrection USING btree (item_id);
CREATE INDEX measures_protocolcorrection_session_id_025dbcd1 ON public.measures_protocolcorrection USING btree (session_id);
CREATE INDEX measures_remark_by_id_f1af2e78 ON public.measures_remark USING btree (by_id);
CREATE INDEX measures_remark_version_id_7a21e502 ON public.measures_remark USING btree (version_id);
CREATE INDEX measures_rolloutfact_by_id_8c7bac6c ON public.measures_rolloutfact USING btree (by_id);
CREATE INDEX measures_rolloutfact_case_id_555c300f ON public.measures_rolloutfact USING btree (case_id);
CREATE INDEX measures_rolloutplan_by_id_3fe93d91 ON public.measures_rolloutplan USING btree (by_id);
CREATE INDEX measures_rolloutplan_case_id_3fe2de56 ON public.measures_rolloutplan USING btree (case_id);
CREATE INDEX measures_seat_member_id_61ec5c05 ON public.measures_seat USING btree (member_id);
CREATE INDEX measures_seat_session_id_ccfd04b6 ON public.measures_seat USING btree (session_id);
CREATE INDEX measures_separateopinion_item_id_b7f1bfd2 ON public.measures_separateopinion USING btree (item_id);
CREATE INDEX measures_separateopinion_seat_id_0c186fb5 ON public.measures_separateopinion USING btree (seat_id);
CREATE INDEX measures_session_chair_id_40429c20 ON public.measures_session USING btree (chair_id);
CREATE INDEX measures_session_secretary_id_7eda70eb ON public.measures_session USING btree (secretary_id);
CREATE INDEX measures_similarcomment_by_id_e86c7709 ON public.measures_similarcomment USING btree (by_id);
CREATE INDEX measures_similarcomment_report_id_fc3e2251 ON public.measures_similarcomment USING btree (report_id);
CREATE INDEX measures_stage_accepted_by_id_4f9f1833 ON public.measures_stage USING btree (accepted_by_id);
CREATE INDEX measures_stage_contract_id_01eac2f1 ON public.measures_stage USING btree (contract_id);
CREATE INDEX measures_stageact_by_id_4b40822b ON public.measures_stageact USING btree (by_id);
CREATE INDEX measures_stageact_stage_id_c5611d5e ON public.measures_stageact USING btree (stage_id);
CREATE INDEX measures_stagepaper_act_id_8a10a120 ON public.measures_stagepaper USING btree (act_id);
CREATE INDEX measures_suspension_by_id_64bfdeab ON public.measures_suspension USING btree (by_id);
CREATE INDEX measures_suspension_case_id_4dc2c254 ON public.measures_suspension USING btree (case_id);
CREATE INDEX measures_suspension_ended_by_id_dff37ba3 ON public.measures_suspension USING btree (ended_by_id);
CREATE INDEX measures_vote_item_id_a3dc76b0 ON public.measures_vote USING btree (item_id);
CREATE INDEX measures_vote_seat_id_01de7e50 ON public.measures_vote USING btree (seat_id);
CREATE INDEX notice_by_party ON ONLY public.notifications_notice USING btree (party_id, created_at DESC);
CREATE INDEX notice_unread ON ONLY public.notifications_notice USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_00_party_id_created_at_idx ON public.notifications_notice_00 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_00_party_id_idx ON public.notifications_notice_00 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_01_party_id_created_at_idx ON public.notifications_notice_01 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_01_party_id_idx ON public.notifications_notice_01 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_02_party_id_created_at_idx ON public.notifications_notice_02 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_02_party_id_idx ON public.notifications_notice_02 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_03_party_id_created_at_idx ON public.notifications_notice_03 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_03_party_id_idx ON public.notifications_notice_03 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_04_party_id_created_at_idx ON public.notifications_notice_04 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_04_party_id_idx ON public.notifications_notice_04 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_05_party_id_created_at_idx ON public.notifications_notice_05 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_05_party_id_idx ON public.notifications_notice_05 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_06_party_id_created_at_idx ON public.notifications_notice_06 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_06_party_id_idx ON public.notifications_notice_06 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_07_party_id_created_at_idx ON public.notifications_notice_07 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_07_party_id_idx ON public.notifications_notice_07 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_08_party_id_created_at_idx ON public.notifications_notice_08 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_08_party_id_idx ON public.notifications_notice_08 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_09_party_id_created_at_idx ON public.notifications_notice_09 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_09_party_id_idx ON public.notifications_notice_09 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_10_party_id_created_at_idx ON public.notifications_notice_10 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_10_party_id_idx ON public.notifications_notice_10 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_11_party_id_created_at_idx ON public.notifications_notice_11 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_11_party_id_idx ON public.notifications_notice_11 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_12_party_id_created_at_idx ON public.notifications_notice_12 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_12_party_id_idx ON public.notifications_notice_12 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_13_party_id_created_at_idx ON public.notifications_notice_13 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_13_party_id_idx ON public.notifications_notice_13 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_14_party_id_created_at_idx ON public.notifications_notice_14 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_14_party_id_idx ON public.notifications_notice_14 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_15_party_id_created_at_idx ON public.notifications_notice_15 USING btree (party_id, created_at DESC);
CREATE INDEX notifications_notice_15_party_id_idx ON public.notifications_notice_15 USING btree (party_id) WHERE (read_at IS NULL);
CREATE INDEX obligation_of_subject ON public.obligations_obligation USING btree (subject_id, due_on);
CREATE INDEX obligation_to_do ON public.obligations_obligation USING btree (due_on) WHERE ((standing)::text = ANY (ARRAY[('awaited'::character varying)::text, ('returned'::character varying)::text]));
CREATE INDEX obligations_feedaddress_body_id_92e08ec4 ON public.obligations_feedaddress USING btree (body_id);
CREATE INDEX obligations_feedaddress_made_by_id_d5540a7d ON public.obligations_feedaddress USING btree (made_by_id);
CREATE INDEX obligations_feedaddress_secret_fingerprint_2e1e77e7_like ON public.obligations_feedaddress USING btree (secret_fingerprint varchar_pattern_ops);
CREATE INDEX obligations_obligation_handed_in_by_id_a817bdff ON public.obligations_obligation USING btree (handed_in_by_id);
CREATE INDEX obligations_obligation_subject_id_b796b167 ON public.obligations_obligation USING btree (subject_id);
CREATE INDEX obligations_obligation_to_id_38073c08 ON public.obligations_obligation USING btree (to_id);
CREATE INDEX obligations_reminder_obligation_id_ec25ac85 ON public.obligations_reminder USING btree (obligation_id);
CREATE INDEX obligations_step_by_id_f19fb06e ON public.obligations_step USING btree (by_id);
CREATE INDEX obligations_step_obligation_id_b96220a0 ON public.obligations_step USING btree (obligation_id);
CREATE UNIQUE INDEX official_serves_one_at_a_time ON public.counter_visit USING btree (official_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_consent_of_a_parent_in_force ON public.parties_minorconsent USING btree (child_id, given_by_id, procedure) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_draw_is_waiting ON public.issues_draw USING btree (drawn_at) NULLS NOT DISTINCT WHERE (drawn_at IS NULL);
CREATE UNIQUE INDEX one_edition_of_a_questionnaire_is_filled_in_at_a_time ON public.self_assessment_edition USING btree (questionnaire) WHERE ((state)::text = 'filling'::text);
CREATE UNIQUE INDEX one_open_mandate_for_a_person ON public.parties_mandate USING btree (person_id, principal_id, role) WHERE ((revoked_at IS NULL) AND (until IS NULL));
CREATE UNIQUE INDEX one_open_mandate_of_a_kind ON public.parties_mandate USING btree (person_id, organisation_id, role) WHERE ((revoked_at IS NULL) AND (until IS NULL));
CREATE UNIQUE INDEX one_open_tie_of_a_kind_with_a_relative ON ONLY public.registers_familytie USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX one_outage_of_a_register_at_a_time ON public.registers_outage USING btree (register) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_place_of_a_member_in_a_household ON ONLY public.registers_householdmember USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX one_spouse_at_a_time ON ONLY public.registers_familytie USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX only_the_first_control_date_needs_no_reason ON public.committee_controldate USING btree (task_id) WHERE (reason = ''::text);
CREATE INDEX organisation_serves ON public.parties_organisation USING gin (serves);
CREATE INDEX own_words_of_body ON public.applications_ownwords USING btree (body_id, series, since DESC);
CREATE UNIQUE INDEX package_is_one_software ON public.systems_softwareitem USING btree (purl) WHERE (NOT ((purl)::text = ''::text));
CREATE INDEX parties_mandate_delegated_from_id_126d15f7 ON public.parties_mandate USING btree (delegated_from_id);
CREATE INDEX parties_mandate_organisation_id_8f96cb12 ON public.parties_mandate USING btree (organisation_id);
CREATE INDEX parties_mandate_person_id_1186b255 ON public.parties_mandate USING btree (person_id);
CREATE INDEX parties_mandate_principal_id_8d09113b ON public.parties_mandate USING btree (principal_id);
CREATE INDEX parties_mandate_replaces_id_c8c622fa ON public.parties_mandate USING btree (replaces_id);
CREATE INDEX parties_mandate_revoked_by_id_e4637e4a ON public.parties_mandate USING btree (revoked_by_id);
CREATE INDEX parties_mandateoffer_agent_fingerprint_3797c3a8 ON public.parties_mandateoffer USING btree (agent_fingerprint);
CREATE INDEX parties_mandateoffer_agent_fingerprint_3797c3a8_like ON public.parties_mandateoffer USING btree (agent_fingerprint varchar_pattern_ops);
CREATE INDEX parties_mandateoffer_delegated_from_id_f43cad89 ON public.parties_mandateoffer USING btree (delegated_from_id);
CREATE INDEX parties_mandateoffer_offered_by_id_8aae63ff ON public.parties_mandateoffer USING btree (offered_by_id);
CREATE INDEX parties_mandateoffer_organisation_id_a2df5797 ON public.parties_mandateoffer USING btree (organisation_id);
CREATE INDEX parties_mandateoffer_principal_id_6b696890 ON public.parties_mandateoffer USING btree (principal_id);
CREATE INDEX parties_minorconsent_child_id_53c65789 ON public.parties_minorconsent USING btree (child_id);
CREATE INDEX parties_minorconsent_given_by_id_11862050 ON public.parties_minorconsent USING btree (given_by_id);
CREATE INDEX parties_organisation_parent_id_dc26f50d ON public.parties_organisation USING btree (parent_id);
CREATE INDEX parties_person_personal_number_fingerprint_1fa4d1ea_like ON public.parties_person USING btree (personal_number_fingerprint varchar_pattern_ops);
CREATE INDEX parties_persondocument_person_id_20a49928 ON public.parties_persondocument USING btree (person_id);
CREATE UNIQUE INDEX payer_number_is_given_once ON public.parties_organisation USING btree (unp) WHERE (NOT ((unp)::text = ''::text));
CREATE INDEX payments_charge_account_28541255_like ON public.payments_charge USING btree (account varchar_pattern_ops);
CREATE INDEX payments_charge_charged_by_id_e3c66f54 ON public.payments_charge USING btree (charged_by_id);
CREATE INDEX payments_entry_by_id_198952e8 ON public.payments_entry USING btree (by_id);
CREATE INDEX payments_entry_charge_id_f90349f1 ON public.payments_entry USING btree (charge_id);
CREATE INDEX payments_entry_other_id_43c4cc53 ON public.payments_entry USING btree (other_id);
CREATE INDEX payments_entry_payment_id_f2394186 ON public.payments_entry USING btree (payment_id);
CREATE INDEX payments_entry_refund_id_0b200f30 ON public.payments_entry USING btree (refund_id);
CREATE INDEX payments_payment_charge_id_11889803 ON public.payments_payment USING btree (charge_id);
CREATE INDEX payments_refund_approved_by_id_bcd22cd9 ON public.payments_refund USING btree (approved_by_id);
CREATE INDEX payments_refund_charge_id_2ba1056b ON public.payments_refund USING btree (charge_id);
CREATE INDEX payments_refund_ordered_by_id_52c2bcb9 ON public.payments_refund USING btree (ordered_by_id);
CREATE UNIQUE INDEX person_has_one_place_at_a_reception ON public.appeals_visitor USING btree (reception_id, party_id) WHERE (given_up_at IS NULL);
CREATE UNIQUE INDEX person_reports_an_issue_once ON public.issues_reporter USING btree (issue_id, party_id) WHERE (party_id IS NOT NULL);
CREATE UNIQUE INDEX place_at_a_reception_is_of_one_person ON public.appeals_visitor USING btree (reception_id, number) WHERE (given_up_at IS NULL);
CREATE INDEX plans_annex_plan_id_092cd15c ON public.plans_annex USING btree (plan_id);
CREATE INDEX plans_annex_prepared_by_id_1b9c5c55 ON public.plans_annex USING btree (prepared_by_id);
CREATE INDEX plans_annex_signed_by_id_197ad2ec ON public.plans_annex USING btree (signed_by_id);
CREATE INDEX plans_filing_paper_id_d5d846d3 ON public.plans_filing USING btree (paper_id);
CREATE INDEX plans_filing_prepared_by_id_d48fdec8 ON public.plans_filing USING btree (prepared_by_id);
CREATE INDEX plans_filing_signed_by_id_8e55a0d4 ON public.plans_filing USING btree (signed_by_id);
CREATE INDEX plans_paper_body_id_3be1c7ac ON public.plans_paper USING btree (body_id);
CREATE INDEX plans_paper_prepared_by_id_14b9b714 ON public.plans_paper USING btree (prepared_by_id);
CREATE INDEX plans_result_report_id_60e6b9ce ON public.plans_result USING btree (report_id);
CREATE INDEX plans_result_row_id_091c1d43 ON public.plans_result USING btree (row_id);
CREATE INDEX plans_review_by_id_e51dd8ff ON public.plans_review USING btree (by_id);
CREATE INDEX plans_row_annex_id_59c9b460 ON public.plans_row USING btree (annex_id);
CREATE INDEX plans_row_paper_id_10cadf26 ON public.plans_row USING btree (paper_id);
CREATE INDEX plans_treasurysum_body_id_f04a5e19 ON public.plans_treasurysum USING btree (body_id);
CREATE INDEX plans_treasurysum_imported_by_id_4af9572e ON public.plans_treasurysum USING btree (imported_by_id);
CREATE INDEX precedent_at_house ON public.issues_precedent USING btree (house_key, "on" DESC) WHERE (NOT ((house_key)::text = ''::text));
CREATE INDEX precedent_by_category_place ON public.issues_precedent USING gist (category, point(east, north));
CREATE INDEX precedent_by_group_place ON public.issues_precedent USING gist ("group", point(east, north));
CREATE INDEX precedent_by_place ON public.issues_precedent USING gist (point(east, north));
CREATE INDEX procedures_chapter_list_id_9142bfa1 ON public.procedures_chapter USING btree (list_id);
CREATE INDEX procedures_chapter_list_id_9142bfa1_like ON public.procedures_chapter USING btree (list_id varchar_pattern_ops);
CREATE INDEX procedures_edition_procedure_id_097508ab ON public.procedures_edition USING btree (procedure_id);
CREATE INDEX procedures_edition_procedure_id_097508ab_like ON public.procedures_edition USING btree (procedure_id varchar_pattern_ops);
CREATE INDEX procedures_procedure_chapter_id_f37899fa ON public.procedures_procedure USING btree (chapter_id);
CREATE INDEX procedures_procedure_code_e4d5567f_like ON public.procedures_procedure USING btree (code varchar_pattern_ops);
CREATE INDEX procedures_procedure_heading_id_e6863bc9 ON public.procedures_procedure USING btree (heading_id);
CREATE INDEX procedures_procedure_heading_id_e6863bc9_like ON public.procedures_procedure USING btree (heading_id varchar_pattern_ops);
CREATE INDEX procedures_procedure_list_id_761874b5 ON public.procedures_procedure USING btree (list_id);
CREATE INDEX procedures_procedure_list_id_761874b5_like ON public.procedures_procedure USING btree (list_id varchar_pattern_ops);
CREATE INDEX procedures_procedurelist_code_0cc631f5_like ON public.procedures_procedurelist USING btree (code varchar_pattern_ops);
CREATE INDEX procedures_searchword_term_ce147aa1_like ON public.procedures_searchword USING btree (term varchar_pattern_ops);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX profiles_by_created_systems ON public.measures_profile USING gin (created);
CREATE INDEX profiles_by_owned_objects ON public.measures_profile USING gin (owned);
CREATE INDEX profiles_by_replaced ON public.measures_profile USING gin (replaced);
CREATE INDEX profiles_by_sphere ON public.measures_profile USING btree (sphere, action);
CREATE INDEX programmes_baseline_by_id_b57d8ec8 ON public.programmes_baseline USING btree (by_id);
CREATE INDEX programmes_baseline_case_id_ee7514cf ON public.programmes_baseline USING btree (case_id);
CREATE INDEX programmes_baselinestage_baseline_id_05bfc473 ON public.programmes_baselinestage USING btree (baseline_id);
CREATE INDEX programmes_forecastrun_by_id_9d256859 ON public.programmes_forecastrun USING btree (by_id);
CREATE INDEX programmes_placement_by_id_272762f1 ON public.programmes_placement USING btree (by_id);
CREATE INDEX programmes_placement_case_id_fe6a0409 ON public.programmes_placement USING btree (case_id);
CREATE INDEX programmes_progress_accepted_by_id_7b1db26d ON public.programmes_progress USING btree (accepted_by_id);
CREATE INDEX programmes_progress_by_id_cf578c94 ON public.programmes_progress USING btree (by_id);
CREATE INDEX programmes_progress_case_id_07b79b9f ON public.programmes_progress USING btree (case_id);
CREATE INDEX programmes_rating_by_id_2949585c ON public.programmes_rating USING btree (by_id);
CREATE INDEX programmes_rating_case_id_44b4ff29 ON public.programmes_rating USING btree (case_id);
CREATE INDEX programmes_scenario_by_id_38d87e86 ON public.programmes_scenario USING btree (by_id);
CREATE INDEX progress_of_stage ON public.programmes_progress USING btree (case_id, stage);
CREATE UNIQUE INDEX project_has_a_number_of_its_own ON public.consultations_project USING btree (budget_id, number);
CREATE INDEX ratings_analysis_organisation_id_17aeba8e ON public.ratings_analysis USING btree (organisation_id);
CREATE INDEX ratings_crowd_organisation_id_b7bf9d84 ON public.ratings_crowd USING btree (organisation_id);
CREATE INDEX ratings_earlier_given_id_8faf97d7 ON public.ratings_earlier USING btree (given_id);
CREATE INDEX ratings_given_crowd_id_0e091e63 ON public.ratings_given USING btree (crowd_id);
CREATE INDEX ratings_given_organisation_id_bbeedf38 ON public.ratings_given USING btree (organisation_id);
CREATE INDEX ratings_judgement_by_id_0c07fbb7 ON public.ratings_judgement USING btree (by_id);
CREATE INDEX ratings_judgement_given_id_048df35d ON public.ratings_judgement USING btree (given_id);
CREATE INDEX ratings_organisation_code_c3cc1937_like ON public.ratings_organisation USING btree (code varchar_pattern_ops);
CREATE INDEX ratings_remainder_crowd_id_2dc21478 ON public.ratings_remainder USING btree (crowd_id);
CREATE INDEX ratings_remainder_organisation_id_aa1bc5e0 ON public.ratings_remainder USING btree (organisation_id);
CREATE INDEX ratings_reply_by_id_44bec746 ON public.ratings_reply USING btree (by_id);
CREATE INDEX ratings_signal_decided_by_id_141bc066 ON public.ratings_signal USING btree (decided_by_id);
CREATE INDEX ratings_signal_organisation_id_d7ea5047 ON public.ratings_signal USING btree (organisation_id);
CREATE INDEX ratings_signal_ratings_given_id_57eb2f0b ON public.ratings_signal_ratings USING btree (given_id);
CREATE INDEX ratings_signal_ratings_signal_id_0afd0a48 ON public.ratings_signal_ratings USING btree (signal_id);
CREATE INDEX records_breach_body_id_c3fc7482 ON public.records_breach USING btree (body_id);
CREATE INDEX records_breach_entered_by_id_83c336c8 ON public.records_breach USING btree (entered_by_id);
CREATE INDEX records_breach_reference_949e91b4_like ON public.records_breach USING btree (reference varchar_pattern_ops);
CREATE INDEX records_breach_told_by_id_485daf8a ON public.records_breach USING btree (told_by_id);
CREATE INDEX records_datarequest_look_51e50dd5 ON public.records_datarequest USING btree (look);
CREATE INDEX records_disposal_body_id_b9970d00 ON public.records_disposal USING btree (body_id);
CREATE INDEX records_disposal_confirmed_by_id_1c7f5021 ON public.records_disposal USING btree (confirmed_by_id);
CREATE INDEX records_disposal_dropped_by_id_13b8df1c ON public.records_disposal USING btree (dropped_by_id);
CREATE INDEX records_disposal_proposed_by_id_6c511920 ON public.records_disposal USING btree (proposed_by_id);
CREATE INDEX records_disposal_reference_7ee8f7fc_like ON public.records_disposal USING btree (reference varchar_pattern_ops);
CREATE INDEX records_disposalitem_disposal_id_bf682fb8 ON public.records_disposalitem USING btree (disposal_id);
CREATE INDEX records_hold_case_id_62fa670e ON public.records_hold USING btree (case_id);
CREATE INDEX records_hold_lifted_by_id_48e3be9b ON public.records_hold USING btree (lifted_by_id);
CREATE INDEX records_hold_set_by_id_67697133 ON public.records_hold USING btree (set_by_id);
CREATE INDEX records_reply_by_id_7f74753d ON public.records_reply USING btree (by_id);
CREATE INDEX registers_dwelling_code_cb077d5c ON public.registers_dwelling USING btree (code);
CREATE INDEX registers_dwelling_code_cb077d5c_like ON public.registers_dwelling USING btree (code varchar_pattern_ops);
CREATE INDEX registers_dwelling_key_825abe95_like ON public.registers_dwelling USING btree (key varchar_pattern_ops);
CREATE INDEX registers_dwellingshare_dwelling_id_ff6adfe3 ON public.registers_dwellingshare USING btree (dwelling_id);
CREATE INDEX registers_dwellingshare_owner_id_84412749 ON public.registers_dwellingshare USING btree (owner_id);
CREATE UNIQUE INDEX registers_familytie_0_person_id_idx ON public.registers_familytie_0 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_0_person_id_relative_id_kind_idx ON public.registers_familytie_0 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_10_person_id_idx ON public.registers_familytie_10 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_10_person_id_relative_id_kind_idx ON public.registers_familytie_10 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_11_person_id_idx ON public.registers_familytie_11 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_11_person_id_relative_id_kind_idx ON public.registers_familytie_11 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_12_person_id_idx ON public.registers_familytie_12 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_12_person_id_relative_id_kind_idx ON public.registers_familytie_12 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_13_person_id_idx ON public.registers_familytie_13 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_13_person_id_relative_id_kind_idx ON public.registers_familytie_13 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_14_person_id_idx ON public.registers_familytie_14 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_14_person_id_relative_id_kind_idx ON public.registers_familytie_14 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_15_person_id_idx ON public.registers_familytie_15 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_15_person_id_relative_id_kind_idx ON public.registers_familytie_15 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_1_person_id_idx ON public.registers_familytie_1 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_1_person_id_relative_id_kind_idx ON public.registers_familytie_1 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_2_person_id_idx ON public.registers_familytie_2 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_2_person_id_relative_id_kind_idx ON public.registers_familytie_2 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_3_person_id_idx ON public.registers_familytie_3 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_3_person_id_relative_id_kind_idx ON public.registers_familytie_3 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_4_person_id_idx ON public.registers_familytie_4 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_4_person_id_relative_id_kind_idx ON public.registers_familytie_4 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_5_person_id_idx ON public.registers_familytie_5 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_5_person_id_relative_id_kind_idx ON public.registers_familytie_5 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_6_person_id_idx ON public.registers_familytie_6 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_6_person_id_relative_id_kind_idx ON public.registers_familytie_6 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_7_person_id_idx ON public.registers_familytie_7 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_7_person_id_relative_id_kind_idx ON public.registers_familytie_7 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_8_person_id_idx ON public.registers_familytie_8 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_8_person_id_relative_id_kind_idx ON public.registers_familytie_8 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_familytie_9_person_id_idx ON public.registers_familytie_9 USING btree (person_id) WHERE (((kind)::text = 'spouse'::text) AND (until IS NULL));
CREATE UNIQUE INDEX registers_familytie_9_person_id_relative_id_kind_idx ON public.registers_familytie_9 USING btree (person_id, relative_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_0_dwelling_id_person_id_idx ON public.registers_householdmember_0 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_10_dwelling_id_person_id_idx ON public.registers_householdmember_10 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_11_dwelling_id_person_id_idx ON public.registers_householdmember_11 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_12_dwelling_id_person_id_idx ON public.registers_householdmember_12 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_13_dwelling_id_person_id_idx ON public.registers_householdmember_13 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_14_dwelling_id_person_id_idx ON public.registers_householdmember_14 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_15_dwelling_id_person_id_idx ON public.registers_householdmember_15 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_1_dwelling_id_person_id_idx ON public.registers_householdmember_1 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_2_dwelling_id_person_id_idx ON public.registers_householdmember_2 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_3_dwelling_id_person_id_idx ON public.registers_householdmember_3 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_4_dwelling_id_person_id_idx ON public.registers_householdmember_4 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_5_dwelling_id_person_id_idx ON public.registers_householdmember_5 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_6_dwelling_id_person_id_idx ON public.registers_householdmember_6 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_7_dwelling_id_person_id_idx ON public.registers_householdmember_7 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_8_dwelling_id_person_id_idx ON public.registers_householdmember_8 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX registers_householdmember_9_dwelling_id_person_id_idx ON public.registers_householdmember_9 USING btree (dwelling_id, person_id) WHERE (until IS NULL);
CREATE INDEX registers_residence_since ON ONLY public.registers_residence USING btree (person_id, since);
CREATE INDEX registers_residence_0_person_id_since_idx ON public.registers_residence_0 USING btree (person_id, since);
CREATE INDEX registers_residence_10_person_id_since_idx ON public.registers_residence_10 USING btree (person_id, since);
CREATE INDEX registers_residence_11_person_id_since_idx ON public.registers_residence_11 USING btree (person_id, since);
CREATE INDEX registers_residence_12_person_id_since_idx ON public.registers_residence_12 USING btree (person_id, since);
CREATE INDEX registers_residence_13_person_id_since_idx ON public.registers_residence_13 USING btree (person_id, since);
CREATE INDEX registers_residence_14_person_id_since_idx ON public.registers_residence_14 USING btree (person_id, since);
CREATE INDEX registers_residence_15_person_id_since_idx ON public.registers_residence_15 USING btree (person_id, since);
CREATE INDEX registers_residence_1_person_id_since_idx ON public.registers_residence_1 USING btree (person_id, since);
CREATE INDEX registers_residence_2_person_id_since_idx ON public.registers_residence_2 USING btree (person_id, since);
CREATE INDEX registers_residence_3_person_id_since_idx ON public.registers_residence_3 USING btree (person_id, since);
CREATE INDEX registers_residence_4_person_id_since_idx ON public.registers_residence_4 USING btree (person_id, since);
CREATE INDEX registers_residence_5_person_id_since_idx ON public.registers_residence_5 USING btree (person_id, since);
CREATE INDEX registers_residence_6_person_id_since_idx ON public.registers_residence_6 USING btree (person_id, since);
CREATE INDEX registers_residence_7_person_id_since_idx ON public.registers_residence_7 USING btree (person_id, since);
CREATE INDEX registers_residence_8_person_id_since_idx ON public.registers_residence_8 USING btree (person_id, since);
CREATE INDEX registers_residence_9_person_id_since_idx ON public.registers_residence_9 USING btree (person_id, since);
CREATE INDEX registers_tradeobject_number_1eff32a4_like ON public.registers_tradeobject USING btree (number varchar_pattern_ops);
CREATE INDEX registers_tradeobject_organisation_id_b231cafa ON public.registers_tradeobject USING btree (organisation_id);
CREATE INDEX request_of_case ON public.exchange_interagencyrequest USING btree (case_reference);
CREATE INDEX request_waiting ON public.exchange_interagencyrequest USING btree (to_body_id, due_on) WHERE ((status)::text = 'sent'::text);
CREATE INDEX row_draft_of_a_body ON public.law_rowdraft USING btree (body_id, state);
CREATE UNIQUE INDEX row_has_its_own_number ON public.plans_row USING btree (paper_id, number) WHERE (annex_id IS NULL);
CREATE INDEX search_entry_vector ON public.procedures_searchentry USING gin (vector);
CREATE UNIQUE INDEX second_official_is_asked_for_once_for_a_procedure ON public.applications_secondofficial USING btree (body_id, subject_code) WHERE (until IS NULL);
CREATE INDEX self_assessment_answer_by_id_1b161575 ON public.self_assessment_answer USING btree (by_id);
CREATE INDEX self_assessment_answer_copy_id_20e11e8c ON public.self_assessment_answer USING btree (copy_id);
CREATE INDEX self_assessment_answer_edition_id_8e2447fb ON public.self_assessment_answer USING btree (edition_id);
CREATE INDEX self_assessment_contact_by_id_32460ade ON public.self_assessment_contact USING btree (by_id);
CREATE INDEX self_assessment_contact_edition_id_2c2fc576 ON public.self_assessment_contact USING btree (edition_id);
CREATE INDEX self_assessment_declinedoffer_by_id_0a15cfc7 ON public.self_assessment_declinedoffer USING btree (by_id);
CREATE INDEX self_assessment_declinedoffer_edition_id_e628b223 ON public.self_assessment_declinedoffer USING btree (edition_id);
CREATE INDEX self_assessment_edition_before_id_a8a0d22c ON public.self_assessment_edition USING btree (before_id);
CREATE INDEX self_assessment_edition_handed_in_by_id_dbda4ed5 ON public.self_assessment_edition USING btree (handed_in_by_id);
CREATE INDEX self_assessment_edition_name_87470752_like ON public.self_assessment_edition USING btree (name varchar_pattern_ops);
CREATE INDEX self_assessment_edition_opened_by_id_6f2ffa39 ON public.self_assessment_edition USING btree (opened_by_id);
CREATE INDEX self_assessment_edition_published_by_id_2a558092 ON public.self_assessment_edition USING btree (published_by_id);
CREATE INDEX self_assessment_edition_questionnaire_ae3018fc ON public.self_assessment_edition USING btree (questionnaire);
CREATE INDEX self_assessment_edition_questionnaire_ae3018fc_like ON public.self_assessment_edition USING btree (questionnaire varchar_pattern_ops);
CREATE INDEX self_assessment_mark_by_id_8c7dece5 ON public.self_assessment_mark USING btree (by_id);
CREATE INDEX self_assessment_mark_picture_id_7d42d596 ON public.self_assessment_mark USING btree (picture_id);
CREATE INDEX self_assessment_mark_scoring_id_b1826347 ON public.self_assessment_mark USING btree (scoring_id);
CREATE INDEX self_assessment_scoring_first_id_bcd352c1 ON public.self_assessment_scoring USING btree (first_id);
CREATE INDEX self_assessment_scoring_reviewer_id_a297f24f ON public.self_assessment_scoring USING btree (reviewer_id);
CREATE INDEX self_assessment_scoring_second_id_1ff2f4e0 ON public.self_assessment_scoring USING btree (second_id);
CREATE INDEX self_assessment_sectionowner_by_id_73d82c10 ON public.self_assessment_sectionowner USING btree (by_id);
CREATE INDEX self_assessment_sectionowner_edition_id_de293dce ON public.self_assessment_sectionowner USING btree (edition_id);
CREATE INDEX self_assessment_sectionowner_owner_id_7686a5f6 ON public.self_assessment_sectionowner USING btree (owner_id);
CREATE INDEX shown_by_executor ON public.issues_shown USING btree (executor_id, place);
CREATE INDEX shown_by_place ON public.issues_shown USING btree (place) INCLUDE (x, y, category, status, executor_id, reported_on) WHERE (place IS NOT NULL);
CREATE UNIQUE INDEX software_has_one_open_plan ON public.systems_replacement USING btree (item_id) WHERE (done_on IS NULL);
CREATE UNIQUE INDEX software_is_used_once_in_a_system ON public.systems_softwareuse USING btree (system_id, item_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX stance_is_one_for_a_statement ON public.consultations_stance USING btree (holder, statement_id);
CREATE UNIQUE INDEX statement_has_a_number ON public.consultations_statement USING btree (discussion_id, number);
CREATE UNIQUE INDEX statement_is_made_once ON public.consultations_statement USING btree (discussion_id, text);
CREATE INDEX steering_publishedindex_by_id_e897cd38 ON public.steering_publishedindex USING btree (by_id);
CREATE INDEX steering_publishedindex_code_35536fb2 ON public.steering_publishedindex USING btree (code);
CREATE INDEX steering_publishedindex_code_35536fb2_like ON public.steering_publishedindex USING btree (code varchar_pattern_ops);
CREATE INDEX steering_scenario_author_id_e047ba6d ON public.steering_scenario USING btree (author_id);
CREATE INDEX steering_scenario_index_id_bee4f0ac ON public.steering_scenario USING btree (index_id);
CREATE INDEX substitution_by_deputy ON public.cases_substitution USING btree (deputy_id, body_id);
CREATE UNIQUE INDEX supplement_is_asked_for_one_at_a_time ON public.applications_supplement USING btree (case_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX system_has_one_open_filing ON public.systems_filing USING btree (system_id) WHERE ((NOT ((standing)::text = 'accepted'::text)) AND (system_id IS NOT NULL));
CREATE INDEX systems_asked_body_id_52ed229e ON public.systems_asked USING btree (body_id);
CREATE INDEX systems_asked_by_id_947b5f1a ON public.systems_asked USING btree (by_id);
CREATE INDEX systems_asked_filing_id_72bdb22e ON public.systems_asked USING btree (filing_id);
CREATE INDEX systems_billtaken_by_id_4abeaad2 ON public.systems_billtaken USING btree (by_id);
CREATE INDEX systems_billtaken_system_id_44d374be ON public.systems_billtaken USING btree (system_id);
CREATE INDEX systems_cardversion_by_id_620548f8 ON public.systems_cardversion USING btree (by_id);
CREATE INDEX systems_cardversion_system_id_504cd29a ON public.systems_cardversion USING btree (system_id);
CREATE INDEX systems_certificate_specialist_id_253906b0 ON public.systems_certificate USING btree (specialist_id);
CREATE INDEX systems_competenceneed_office_id_371cf914 ON public.systems_competenceneed USING btree (office_id);
CREATE INDEX systems_filing_asked_by_id_eb303c54 ON public.systems_filing USING btree (asked_by_id);
CREATE INDEX systems_filing_begun_by_id_42b0218f ON public.systems_filing USING btree (begun_by_id);
CREATE INDEX systems_filing_owner_id_6cfca4ea ON public.systems_filing USING btree (owner_id);
CREATE INDEX systems_filing_settled_by_id_00aeeaba ON public.systems_filing USING btree (settled_by_id);
CREATE INDEX systems_filing_system_id_447f2466 ON public.systems_filing USING btree (system_id);
CREATE INDEX systems_mastery_system_id_99966e5d ON public.systems_mastery USING btree (system_id);
CREATE INDEX systems_office_body_id_44c4e689 ON public.systems_office USING btree (body_id);
CREATE INDEX systems_office_code_ee978bbc_like ON public.systems_office USING btree (code varchar_pattern_ops);
CREATE INDEX systems_proposal_by_id_4164d906 ON public.systems_proposal USING btree (by_id);
CREATE INDEX systems_proposal_key_dfe94560_like ON public.systems_proposal USING btree (key varchar_pattern_ops);
CREATE INDEX systems_replacement_item_id_3c7e6c1e ON public.systems_replacement USING btree (item_id);
CREATE INDEX systems_replacement_substitute_id_110fb133 ON public.systems_replacement USING btree (substitute_id);
CREATE INDEX systems_softwareitem_described_by_id_9f0b5518 ON public.systems_softwareitem USING btree (described_by_id);
CREATE INDEX systems_softwareuse_item_id_7a8d1862 ON public.systems_softwareuse USING btree (item_id);
CREATE INDEX systems_softwareuse_system_id_29f32892 ON public.systems_softwareuse USING btree (system_id);
CREATE INDEX systems_specialist_office_id_f9c707de ON public.systems_specialist USING btree (office_id);
CREATE INDEX systems_specialist_user_id_f046c46a ON public.systems_specialist USING btree (user_id);
CREATE INDEX systems_substitute_by_id_be007a3c ON public.systems_substitute USING btree (by_id);
CREATE INDEX systems_substitute_item_id_617813a5 ON public.systems_substitute USING btree (item_id);
CREATE INDEX systems_system_number_0cdda565_like ON public.systems_system USING btree (number varchar_pattern_ops);
CREATE INDEX systems_system_owner_id_2b0e350e ON public.systems_system USING btree (owner_id);
CREATE INDEX systems_trainingline_office_id_d01fd085 ON public.systems_trainingline USING btree (office_id);
CREATE INDEX systems_trainingline_specialist_id_1a15f184 ON public.systems_trainingline USING btree (specialist_id);
CREATE INDEX task_about_case ON public.committee_task USING btree (case_reference) WHERE (NOT ((case_reference)::text = ''::text));
CREATE INDEX territory_settlement_key_4bf979d7_like ON public.territory_settlement USING btree (key varchar_pattern_ops);
CREATE INDEX territory_settlement_unit_id_7c8f1ae9 ON public.territory_settlement USING btree (unit_id);
CREATE INDEX territory_settlement_unit_id_7c8f1ae9_like ON public.territory_settlement USING btree (unit_id varchar_pattern_ops);
CREATE INDEX territory_unit_code_420b8e16_like ON public.territory_unit USING btree (code varchar_pattern_ops);
CREATE INDEX territory_unit_parent_id_daf87c39 ON public.territory_unit USING btree (parent_id);
CREATE INDEX territory_unit_parent_id_daf87c39_like ON public.territory_unit USING btree (parent_id varchar_pattern_ops);
CREATE UNIQUE INDEX theme_of_a_quarter_is_told_once ON public.ratings_crowd USING btree (organisation_id, quarter, theme_kind, theme_subject) WHERE ((kind)::text = 'quarter'::text);
CREATE INDEX treasury_newest ON public.plans_treasurysum USING btree (body_id, year, imported_at DESC);
CREATE UNIQUE INDEX tries_are_counted_once_per_key ON public.accounts_tries USING btree (scope, key);
CREATE UNIQUE INDEX trustee_has_a_number_of_their_own ON public.consultations_trustee USING btree (poll_id, number);
CREATE UNIQUE INDEX trustee_keeps_one_part_of_a_key ON public.consultations_trustee USING btree (poll_id, user_id);
CREATE UNIQUE INDEX version_of_a_draft_has_a_number ON public.consultations_version USING btree (draft_id, number);
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2026_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2026_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2026_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2026_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2026_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2026_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2027_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2027_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2027_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2027_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2027_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2027_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2028_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2028_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2028_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2028_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2028_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2028_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2029_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2029_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2029_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2029_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2029_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2029_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2030_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2030_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2030_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2030_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2030_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2030_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2031_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2031_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2031_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2031_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2031_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2031_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2032_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2032_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2032_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2032_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2032_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2032_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2033_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2033_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2033_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2033_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2033_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2033_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2034_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2034_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2034_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2034_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2034_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2034_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2035_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2035_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2035_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2035_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2035_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2035_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2036_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2036_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2036_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2036_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2036_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2036_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2037_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2037_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2037_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2037_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2037_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2037_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2038_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2038_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2038_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2038_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2038_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2038_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2039_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2039_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2039_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2039_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2039_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2039_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2040_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2040_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2040_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2040_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2040_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2040_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_2041_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_2041_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_2041_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_2041_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_2041_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_2041_tx_idx;
ALTER INDEX public.audit_entry_at ATTACH PARTITION public.audit_entry_other_at_idx;
ALTER INDEX public.audit_entry_body ATTACH PARTITION public.audit_entry_other_body_id_idx;
ALTER INDEX public.audit_entry_by ATTACH PARTITION public.audit_entry_other_by_id_idx;
ALTER INDEX public.audit_entry_object ATTACH PARTITION public.audit_entry_other_object_type_object_id_id_idx;
ALTER INDEX public.audit_entry_pkey ATTACH PARTITION public.audit_entry_other_pkey;
ALTER INDEX public.audit_entry_tx ATTACH PARTITION public.audit_entry_other_tx_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_0_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_0_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_10_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_10_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_11_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_11_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_12_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_12_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_13_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_13_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_14_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_14_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_15_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_15_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_1_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_1_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_2_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_2_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_3_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_3_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_4_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_4_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_5_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_5_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_6_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_6_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_7_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_7_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_8_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_8_subject_id_at_idx;
ALTER INDEX public.exchange_accessrecord_pkey ATTACH PARTITION public.exchange_accessrecord_9_pkey;
ALTER INDEX public.exchange_accessrecord_at ATTACH PARTITION public.exchange_accessrecord_9_subject_id_at_idx;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_00_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_00_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_00_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_00_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_01_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_01_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_01_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_01_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_02_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_02_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_02_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_02_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_03_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_03_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_03_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_03_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_04_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_04_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_04_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_04_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_05_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_05_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_05_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_05_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_06_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_06_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_06_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_06_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_07_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_07_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_07_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_07_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_08_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_08_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_08_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_08_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_09_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_09_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_09_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_09_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_10_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_10_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_10_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_10_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_11_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_11_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_11_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_11_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_12_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_12_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_12_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_12_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_13_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_13_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_13_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_13_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_14_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_14_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_14_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_14_pkey;
ALTER INDEX public.notice_by_party ATTACH PARTITION public.notifications_notice_15_party_id_created_at_idx;
ALTER INDEX public.notice_unread ATTACH PARTITION public.notifications_notice_15_party_id_idx;
ALTER INDEX public.notice_is_told_once ATTACH PARTITION public.notifications_notice_15_party_id_once_key;
ALTER INDEX public.notifications_notice_pkey ATTACH PARTITION public.notifications_notice_15_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_0_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_0_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_0_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_10_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_10_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_10_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_11_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_11_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_11_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_12_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_12_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_12_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_13_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_13_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_13_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_14_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_14_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_14_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_15_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_15_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_15_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_1_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_1_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_1_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_2_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_2_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_2_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_3_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_3_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_3_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_4_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_4_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_4_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_5_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_5_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_5_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_6_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_6_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_6_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_7_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_7_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_7_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_8_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_8_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_8_pkey;
ALTER INDEX public.one_spouse_at_a_time ATTACH PARTITION public.registers_familytie_9_person_id_idx;
ALTER INDEX public.one_open_tie_of_a_kind_with_a_relative ATTACH PARTITION public.registers_familytie_9_person_id_relative_id_kind_idx;
ALTER INDEX public.registers_familytie_pkey ATTACH PARTITION public.registers_familytie_9_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_0_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_0_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_10_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_10_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_11_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_11_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_12_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_12_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_13_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_13_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_14_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_14_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_15_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_15_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_1_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_1_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_2_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_2_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_3_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_3_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_4_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_4_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_5_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_5_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_6_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_6_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_7_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_7_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_8_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_8_pkey;
ALTER INDEX public.one_place_of_a_member_in_a_household ATTACH PARTITION public.registers_householdmember_9_dwelling_id_person_id_idx;
ALTER INDEX public.registers_householdmember_pkey ATTACH PARTITION public.registers_householdmember_9_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_0_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_0_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_10_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_10_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_11_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_11_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_12_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_12_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_13_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_13_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_14_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_14_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_15_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_15_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_1_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_1_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_2_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_2_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_3_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_3_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_4_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_4_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_5_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_5_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_6_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_6_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_7_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_7_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_8_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_8_pkey;
ALTER INDEX public.registers_residence_since ATTACH PARTITION public.registers_residence_9_person_id_since_idx;
ALTER INDEX public.registers_residence_pkey ATTACH PARTITION public.registers_residence_9_pkey;
CREATE TRIGGER accepted_paper_is_frozen BEFORE DELETE OR UPDATE ON public.plans_paper FOR EACH ROW EXECUTE FUNCTION public.plans_keep_the_paper();
CREATE TRIGGER access_is_added_only BEFORE DELETE OR UPDATE ON public.exchange_accessrecord FOR EACH ROW EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_0 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_1 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_10 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_11 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_12 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_13 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_14 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_15 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_2 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_3 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_4 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_5 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_6 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_7 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_8 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON public.exchange_accessrecord_9 FOR EACH STATEMENT EXECUTE FUNCTION public.exchange_refuse();
CREATE TRIGGER answer_step_is_written_once BEFORE DELETE OR UPDATE ON public.indicators_answerstep FOR EACH ROW EXECUTE FUNCTION public.indicators_refuse_change();
CREATE TRIGGER assigned_cells_are_not_removed BEFORE DELETE ON public.issues_assignedtile FOR EACH ROW EXECUTE FUNCTION public.issues_cells_stay();
CREATE TRIGGER assigned_cells_stay BEFORE UPDATE ON public.issues_assignedtile FOR EACH ROW WHEN (((old.assignment_id IS DISTINCT FROM new.assignment_id) OR (old.edition_id IS DISTINCT FROM new.edition_id) OR ((old.duty)::text IS DISTINCT FROM (new.duty)::text) OR (old.tile IS DISTINCT FROM new.tile) OR (old.cells IS DISTINCT FROM new.cells))) EXECUTE FUNCTION public.issues_cells_stay();
CREATE CONSTRAINT TRIGGER assignment_edition_leaves_no_gap AFTER INSERT OR UPDATE ON public.issues_assignmentedition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.issues_assignment_leaves_no_gap();
CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE ON public.audit_link FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2026 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2027 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2028 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2029 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2030 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2031 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2032 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2033 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2034 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2035 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2036 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2037 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2038 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2039 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2040 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_2041 FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry_other FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_link FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER ballot_enters_only_while_open BEFORE INSERT ON public.consultations_ballot FOR EACH ROW EXECUTE FUNCTION public.consultations_only_while_open();
CREATE TRIGGER ballot_is_never_changed BEFORE UPDATE ON public.consultations_ballot FOR EACH ROW EXECUTE FUNCTION public.consultations_ballot_stays();
CREATE TRIGGER border_cells_stay BEFORE DELETE OR UPDATE ON public.issues_bordertile FOR EACH ROW EXECUTE FUNCTION public.issues_cells_stay();
CREATE TRIGGER card_versions_are_added_only BEFORE DELETE OR UPDATE ON public.systems_cardversion FOR EACH ROW EXECUTE FUNCTION public.systems_refuse();
CREATE TRIGGER charge_is_written_once BEFORE DELETE OR UPDATE ON public.payments_charge FOR EACH ROW EXECUTE FUNCTION public.payments_keep_the_past('status');
CREATE TRIGGER content_is_written_once BEFORE UPDATE ON public.documents_content FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_change();
CREATE TRIGGER control_date_is_added_only BEFORE DELETE OR UPDATE ON public.committee_controldate FOR EACH ROW EXECUTE FUNCTION public.committee_refuse_change();
CREATE TRIGGER dashboards_know_of_it AFTER INSERT OR UPDATE ON public.cases_case FOR EACH ROW WHEN (((new.kind)::text = 'measure'::text)) EXECUTE FUNCTION public.programmes_note_a_measure();
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_actrecorded REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_agendaitem REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_condition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT i.case_id FROM changed c JOIN measures_agendaitem i ON i.id = c.item_id');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_contract REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_measure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_passportversion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT k.case_id FROM changed c JOIN measures_contract k ON k.id = c.contract_id');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_session REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT i.case_id FROM changed c JOIN measures_agendaitem i ON i.session_id = c.id');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.measures_stage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT k.case_id FROM changed c JOIN measures_contract k ON k.id = c.contract_id');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.programmes_baseline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.programmes_baselinestage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT b.case_id FROM changed c JOIN programmes_baseline b ON b.id = c.baseline_id');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.programmes_forecastrun REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT k.id FROM changed c JOIN cases_case k ON k.reference = c.node AND k.kind = ''measure''');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.programmes_placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.programmes_progress REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_again AFTER UPDATE ON public.programmes_rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_actrecorded FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_agendaitem FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_condition FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_contract FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_measure FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_passportversion FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_payment FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_session FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.measures_stage FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.programmes_baseline FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.programmes_baselinestage FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.programmes_forecastrun FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.programmes_placement FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.programmes_progress FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_gone AFTER DELETE ON public.programmes_rating FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_actrecorded REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_agendaitem REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_condition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT i.case_id FROM changed c JOIN measures_agendaitem i ON i.id = c.item_id');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_contract REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_measure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_passportversion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT k.case_id FROM changed c JOIN measures_contract k ON k.id = c.contract_id');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_session REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT i.case_id FROM changed c JOIN measures_agendaitem i ON i.session_id = c.id');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.measures_stage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT k.case_id FROM changed c JOIN measures_contract k ON k.id = c.contract_id');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.programmes_baseline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.programmes_baselinestage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT b.case_id FROM changed c JOIN programmes_baseline b ON b.id = c.baseline_id');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.programmes_forecastrun REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT k.id FROM changed c JOIN cases_case k ON k.reference = c.node AND k.kind = ''measure''');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.programmes_placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.programmes_progress REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_of AFTER INSERT ON public.programmes_rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.programmes_note_measures('SELECT case_id FROM changed');
CREATE TRIGGER dashboards_know_of_it_when_it_goes AFTER DELETE ON public.cases_case FOR EACH ROW WHEN (((old.kind)::text = 'measure'::text)) EXECUTE FUNCTION public.programmes_note_a_change();
CREATE TRIGGER digest_is_added_only BEFORE DELETE OR UPDATE ON public.committee_digest FOR EACH ROW EXECUTE FUNCTION public.committee_refuse_change();
CREATE TRIGGER disposal_goes_forward BEFORE DELETE OR UPDATE ON public.records_disposal FOR EACH ROW EXECUTE FUNCTION public.records_act_goes_forward();
CREATE TRIGGER document_is_written_once BEFORE DELETE OR UPDATE ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_change();
CREATE TRIGGER draft_mark_is_added_only BEFORE DELETE OR UPDATE ON public.law_draftmark FOR EACH ROW EXECUTE FUNCTION public.law_keep_the_marks();
CREATE TRIGGER entry_is_added_only BEFORE DELETE OR UPDATE ON public.payments_entry FOR EACH ROW EXECUTE FUNCTION public.payments_keep_the_past();
CREATE TRIGGER entry_leaves_no_debt AFTER INSERT ON public.payments_entry FOR EACH ROW EXECUTE FUNCTION public.payments_keep_the_balance();
CREATE TRIGGER filing_is_added_only BEFORE DELETE OR UPDATE ON public.plans_filing FOR EACH ROW EXECUTE FUNCTION public.plans_refuse_change();
CREATE TRIGGER is_added_only BEFORE DELETE OR UPDATE ON public.ratings_analysis FOR EACH ROW EXECUTE FUNCTION public.ratings_refuse_change();
CREATE TRIGGER is_added_only BEFORE DELETE OR UPDATE ON public.ratings_crowd FOR EACH ROW EXECUTE FUNCTION public.ratings_refuse_change();
CREATE TRIGGER is_added_only BEFORE UPDATE ON public.ratings_earlier FOR EACH ROW EXECUTE FUNCTION public.ratings_refuse_change();
CREATE TRIGGER is_added_only BEFORE UPDATE ON public.ratings_judgement FOR EACH ROW EXECUTE FUNCTION public.ratings_refuse_change();
CREATE TRIGGER is_added_only BEFORE DELETE OR UPDATE OF organisation_id, quarter, marks, lot ON public.ratings_remainder FOR EACH ROW EXECUTE FUNCTION public.ratings_refuse_change();
CREATE TRIGGER item_goes_forward BEFORE UPDATE ON public.records_disposalitem FOR EACH ROW EXECUTE FUNCTION public.records_act_goes_forward();
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.appeals_answer FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.appeals_appeal FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.appeals_forwarding FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.applications_application FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.applications_decision FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.applications_draftdecision FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.applications_supplement FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_attachment FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_caselink FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id', 'about_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_clockentry FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_message FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_rating FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_recusal FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.cases_steptaken FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.complaints_complaint FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.complaints_explanation FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('complaint_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.complaints_obligation FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.complaints_ruling FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.exchange_interagencyrequest FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_reference');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.issues_escalation FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('issue_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.issues_issue FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.issues_lot FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('issue_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.issues_photo FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('issue_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.issues_reporter FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('issue_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.issues_workreport FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('issue_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.ratings_earlier FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('given_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.ratings_given FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.ratings_judgement FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('given_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.ratings_reply FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('given_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.records_datarequest FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.records_hold FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON public.records_reply FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_case('case_id');
CREATE TRIGGER list_is_closed_when_proposed BEFORE INSERT OR DELETE ON public.records_disposalitem FOR EACH ROW EXECUTE FUNCTION public.records_list_is_closed();
CREATE TRIGGER obligation_keeps_its_terms BEFORE DELETE OR UPDATE ON public.obligations_obligation FOR EACH ROW EXECUTE FUNCTION public.obligations_keep_the_duty();
CREATE TRIGGER paper_is_given_only_while_open BEFORE INSERT ON public.consultations_votingpaper FOR EACH ROW EXECUTE FUNCTION public.consultations_only_while_open();
CREATE TRIGGER payment_is_written_once BEFORE DELETE OR UPDATE ON public.payments_payment FOR EACH ROW EXECUTE FUNCTION public.payments_keep_the_past('state', 'received_at');
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER proof_is_written_once BEFORE DELETE OR UPDATE ON public.indicators_proof FOR EACH ROW EXECUTE FUNCTION public.indicators_refuse_change();
CREATE TRIGGER published_index_is_written_once BEFORE DELETE OR UPDATE ON public.steering_publishedindex FOR EACH ROW EXECUTE FUNCTION public.steering_refuse_change();
CREATE TRIGGER refund_is_written_once BEFORE DELETE OR UPDATE ON public.payments_refund FOR EACH ROW EXECUTE FUNCTION public.payments_keep_the_past('approved_by_id', 'paid_at');
CREATE TRIGGER reminder_is_added_only BEFORE DELETE OR UPDATE ON public.obligations_reminder FOR EACH ROW EXECUTE FUNCTION public.obligations_refuse_change();
CREATE TRIGGER residence_is_added_only BEFORE DELETE OR UPDATE ON public.registers_residence FOR EACH ROW EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_0 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_1 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_10 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_11 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_12 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_13 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_14 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_15 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_2 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_3 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_4 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_5 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_6 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_7 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_8 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON public.registers_residence_9 FOR EACH STATEMENT EXECUTE FUNCTION public.registers_refuse();
CREATE TRIGGER result_is_frozen_with_its_paper BEFORE INSERT OR DELETE OR UPDATE ON public.plans_result FOR EACH ROW EXECUTE FUNCTION public.plans_keep_rows('report_id');
CREATE TRIGGER review_is_added_only BEFORE DELETE OR UPDATE ON public.plans_review FOR EACH ROW EXECUTE FUNCTION public.plans_refuse_change();
CREATE TRIGGER revocation_is_written_once BEFORE DELETE OR UPDATE ON public.documents_revocation FOR EACH ROW EXECUTE FUNCTION public.documents_refuse_change();
CREATE TRIGGER row_is_frozen_with_its_paper BEFORE INSERT OR DELETE OR UPDATE ON public.plans_row FOR EACH ROW EXECUTE FUNCTION public.plans_keep_rows('paper_id');
CREATE TRIGGER scenario_is_written_once BEFORE DELETE OR UPDATE ON public.steering_scenario FOR EACH ROW EXECUTE FUNCTION public.steering_refuse_change();
CREATE TRIGGER skeleton_is_added_only BEFORE DELETE OR UPDATE ON public.cases_skeleton FOR EACH ROW EXECUTE FUNCTION public.records_keep_the_figures();
CREATE TRIGGER snapshot_is_written_once BEFORE DELETE OR UPDATE ON public.indicators_snapshot FOR EACH ROW EXECUTE FUNCTION public.indicators_refuse_change();
CREATE TRIGGER step_is_added_only BEFORE DELETE OR UPDATE ON public.obligations_step FOR EACH ROW EXECUTE FUNCTION public.obligations_refuse_change();
CREATE TRIGGER task_keeps_its_words BEFORE DELETE OR UPDATE ON public.committee_task FOR EACH ROW EXECUTE FUNCTION public.committee_keep_the_task();
CREATE TRIGGER treasury_is_added_only BEFORE DELETE OR UPDATE ON public.plans_treasurysum FOR EACH ROW EXECUTE FUNCTION public.plans_refuse_change();
ALTER TABLE ONLY public.accounts_appointment
    ADD CONSTRAINT accounts_appointment_user_id_ffc999b5_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_consent
    ADD CONSTRAINT accounts_consent_user_id_81cd791f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_user_id_d5aaed01_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_by_id_9098b512_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_case_id_2de327eb_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_case_id_773fdb31_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_forwarding
    ADD CONSTRAINT appeals_forwarding_by_id_09c72c71_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_forwarding
    ADD CONSTRAINT appeals_forwarding_case_id_669a9462_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_reception
    ADD CONSTRAINT appeals_reception_official_id_d97ffa03_fk_accounts_user_id FOREIGN KEY (official_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_signature
    ADD CONSTRAINT appeals_signature_appeal_id_49e5b7f6_fk_appeals_appeal_case_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_visitor
    ADD CONSTRAINT appeals_visitor_case_id_2ca7b38d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_visitor
    ADD CONSTRAINT appeals_visitor_reception_id_124122f6_fk_appeals_reception_id FOREIGN KEY (reception_id) REFERENCES public.appeals_reception(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_applica_edition_id_2efc3f2c_fk_procedure FOREIGN KEY (edition_id) REFERENCES public.procedures_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_case_id_2ef889e2_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_decision
    ADD CONSTRAINT applications_decisio_drafted_by_id_7b1658de_fk_accounts_ FOREIGN KEY (drafted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_decision
    ADD CONSTRAINT applications_decision_by_id_8184935c_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_decision
    ADD CONSTRAINT applications_decision_case_id_11fa3a23_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_draft
    ADD CONSTRAINT applications_draft_edition_id_f43ad51c_fk_procedures_edition_id FOREIGN KEY (edition_id) REFERENCES public.procedures_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_draft
    ADD CONSTRAINT applications_draft_lodged_as_id_6f1114c1_fk_cases_case_id FOREIGN KEY (lodged_as_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_draft
    ADD CONSTRAINT applications_draft_user_id_630f0798_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_draftdecision
    ADD CONSTRAINT applications_draftde_ended_by_id_6dd042c3_fk_accounts_ FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_draftdecision
    ADD CONSTRAINT applications_draftdecision_by_id_ab594c86_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_draftdecision
    ADD CONSTRAINT applications_draftdecision_case_id_05120110_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_ownwords
    ADD CONSTRAINT applications_ownwords_by_id_b126664d_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_secondofficial
    ADD CONSTRAINT applications_secondo_set_by_id_82d2af8a_fk_accounts_ FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_supplement
    ADD CONSTRAINT applications_supplem_answered_by_id_8eb39d56_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_supplement
    ADD CONSTRAINT applications_supplem_asked_by_id_92cb021f_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.applications_supplement
    ADD CONSTRAINT applications_supplement_case_id_d3139a90_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_assignedtile
    ADD CONSTRAINT assigned_tile_follows_its_edition FOREIGN KEY (edition_id, duty, days) REFERENCES public.issues_assignmentedition(id, duty, days) ON UPDATE CASCADE;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_attachment
    ADD CONSTRAINT cases_attachment_by_id_3e2a71e8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_attachment
    ADD CONSTRAINT cases_attachment_case_id_1cf64b9f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_handler_id_21cefe0d_fk_accounts_user_id FOREIGN KEY (handler_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_lodged_by_id_4141bc1f_fk_accounts_user_id FOREIGN KEY (lodged_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_caselink
    ADD CONSTRAINT cases_caselink_about_id_2cba5404_fk_cases_case_id FOREIGN KEY (about_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_caselink
    ADD CONSTRAINT cases_caselink_by_id_2c329a30_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_caselink
    ADD CONSTRAINT cases_caselink_case_id_d380f93b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_caselink
    ADD CONSTRAINT cases_caselink_ended_by_id_87da1a04_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_clockentry
    ADD CONSTRAINT cases_clockentry_by_id_6425d76a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_clockentry
    ADD CONSTRAINT cases_clockentry_case_id_62516bf9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_message
    ADD CONSTRAINT cases_message_by_id_32a3f716_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_message
    ADD CONSTRAINT cases_message_case_id_544aca6d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_rating
    ADD CONSTRAINT cases_rating_case_id_428678e7_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_recusal
    ADD CONSTRAINT cases_recusal_case_id_609df095_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_recusal
    ADD CONSTRAINT cases_recusal_official_id_c32e61fa_fk_accounts_user_id FOREIGN KEY (official_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_steptaken
    ADD CONSTRAINT cases_steptaken_acting_for_id_2e78db62_fk_accounts_user_id FOREIGN KEY (acting_for_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_steptaken
    ADD CONSTRAINT cases_steptaken_by_id_599bcc33_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_steptaken
    ADD CONSTRAINT cases_steptaken_case_id_8f6fbcbd_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_steptaken
    ADD CONSTRAINT cases_steptaken_mandate_id_106c48b7_fk_parties_mandate_id FOREIGN KEY (mandate_id) REFERENCES public.parties_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_substitution
    ADD CONSTRAINT cases_substitution_deputy_id_807e8807_fk_accounts_user_id FOREIGN KEY (deputy_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_substitution
    ADD CONSTRAINT cases_substitution_named_by_id_d56e660f_fk_accounts_user_id FOREIGN KEY (named_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cases_substitution
    ADD CONSTRAINT cases_substitution_principal_id_4a8f0146_fk_accounts_user_id FOREIGN KEY (principal_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_controldate
    ADD CONSTRAINT committee_controldat_duty_id_10f0efb8_fk_obligatio FOREIGN KEY (duty_id) REFERENCES public.obligations_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_controldate
    ADD CONSTRAINT committee_controldate_by_id_f9cb3623_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_controldate
    ADD CONSTRAINT committee_controldate_task_id_41ddce63_fk_committee_task_id FOREIGN KEY (task_id) REFERENCES public.committee_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_digest
    ADD CONSTRAINT committee_digest_committee_id_882f159c_fk_parties_o FOREIGN KEY (committee_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_committee_id_33830dce_fk_parties_organisation_id FOREIGN KEY (committee_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_duty_id_8fa5320f_fk_obligations_obligation_id FOREIGN KEY (duty_id) REFERENCES public.obligations_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_given_by_id_0fe488bf_fk_accounts_user_id FOREIGN KEY (given_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_organisation_id_58d7711f_fk_parties_o FOREIGN KEY (organisation_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.committee_task
    ADD CONSTRAINT committee_task_taken_by_id_708fc41d_fk_accounts_user_id FOREIGN KEY (taken_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_complaint
    ADD CONSTRAINT complaints_complaint_case_id_345a4190_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_explanation
    ADD CONSTRAINT complaints_explanati_answered_by_id_20c5b547_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_explanation
    ADD CONSTRAINT complaints_explanati_complaint_id_3bea3918_fk_complaint FOREIGN KEY (complaint_id) REFERENCES public.complaints_complaint(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_explanation
    ADD CONSTRAINT complaints_explanation_asked_by_id_ae01b6e3_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_obligation
    ADD CONSTRAINT complaints_obligation_case_id_1290107d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_ruling
    ADD CONSTRAINT complaints_ruling_by_id_005b54ac_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.complaints_ruling
    ADD CONSTRAINT complaints_ruling_case_id_cdac499b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_approval
    ADD CONSTRAINT consultations_approv_budget_id_c0f68220_fk_consultat FOREIGN KEY (budget_id) REFERENCES public.consultations_budget(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_ballot
    ADD CONSTRAINT consultations_ballot_poll_id_715f3d1d_fk_consultations_poll_id FOREIGN KEY (poll_id) REFERENCES public.consultations_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_comment
    ADD CONSTRAINT consultations_commen_draft_id_056330aa_fk_consultat FOREIGN KEY (draft_id) REFERENCES public.consultations_draft(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_comment
    ADD CONSTRAINT consultations_commen_reply_id_68339494_fk_consultat FOREIGN KEY (reply_id) REFERENCES public.consultations_reply(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_comment
    ADD CONSTRAINT consultations_commen_version_id_b8d2462c_fk_consultat FOREIGN KEY (version_id) REFERENCES public.consultations_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_discussion
    ADD CONSTRAINT consultations_discus_draft_id_7ff1f596_fk_consultat FOREIGN KEY (draft_id) REFERENCES public.consultations_draft(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_petition
    ADD CONSTRAINT consultations_petiti_answered_by_id_1fd9c13b_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_poll
    ADD CONSTRAINT consultations_poll_prepared_by_id_259f6256_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_project
    ADD CONSTRAINT consultations_projec_budget_id_e8cbb832_fk_consultat FOREIGN KEY (budget_id) REFERENCES public.consultations_budget(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_reply
    ADD CONSTRAINT consultations_reply_by_id_fc500358_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_reply
    ADD CONSTRAINT consultations_reply_draft_id_726c7524_fk_consultations_draft_id FOREIGN KEY (draft_id) REFERENCES public.consultations_draft(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_signature
    ADD CONSTRAINT consultations_signat_petition_id_58026ff9_fk_consultat FOREIGN KEY (petition_id) REFERENCES public.consultations_petition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_stance
    ADD CONSTRAINT consultations_stance_statement_id_9310864d_fk_consultat FOREIGN KEY (statement_id) REFERENCES public.consultations_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_statement
    ADD CONSTRAINT consultations_statem_discussion_id_5bc439bd_fk_consultat FOREIGN KEY (discussion_id) REFERENCES public.consultations_discussion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_trustee
    ADD CONSTRAINT consultations_trustee_poll_id_b181d2ff_fk_consultations_poll_id FOREIGN KEY (poll_id) REFERENCES public.consultations_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_trustee
    ADD CONSTRAINT consultations_trustee_user_id_27558023_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_version
    ADD CONSTRAINT consultations_versio_draft_id_713f4362_fk_consultat FOREIGN KEY (draft_id) REFERENCES public.consultations_draft(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultations_votingpaper
    ADD CONSTRAINT consultations_voting_poll_id_f7b29f03_fk_consultat FOREIGN KEY (poll_id) REFERENCES public.consultations_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversion_agreement
    ADD CONSTRAINT conversion_agreement_by_id_7473a515_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversion_agreement
    ADD CONSTRAINT conversion_agreement_card_id_21d1a7fe_fk_conversion_card_id FOREIGN KEY (card_id) REFERENCES public.conversion_card(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversion_card
    ADD CONSTRAINT conversion_card_drawn_by_id_34904438_fk_accounts_user_id FOREIGN KEY (drawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversion_work
    ADD CONSTRAINT conversion_work_by_id_68f1934d_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversion_work
    ADD CONSTRAINT conversion_work_card_id_78c8d8d4_fk_conversion_card_id FOREIGN KEY (card_id) REFERENCES public.conversion_card(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.counter_signedpaper
    ADD CONSTRAINT counter_signedpaper_case_id_6b8c04da_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.counter_signedpaper
    ADD CONSTRAINT counter_signedpaper_visit_id_1745c6ce_fk_counter_visit_id FOREIGN KEY (visit_id) REFERENCES public.counter_visit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.counter_visit
    ADD CONSTRAINT counter_visit_official_id_b46d3650_fk_accounts_user_id FOREIGN KEY (official_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.counter_visit
    ADD CONSTRAINT counter_visit_ticket_id_75ff57e1_fk_counter_ticket_id FOREIGN KEY (ticket_id) REFERENCES public.counter_ticket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_content_id_743fa6fd_fk_documents_content_id FOREIGN KEY (content_id) REFERENCES public.documents_content(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_revocation
    ADD CONSTRAINT documents_revocation_document_id_6aac007d_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_content_id_db826f69_fk_documents FOREIGN KEY (content_id) REFERENCES public.documents_content(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_answer
    ADD CONSTRAINT indicators_answer_answered_by_id_3fc6a7fa_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_answer
    ADD CONSTRAINT indicators_answer_task_id_f5978b8e_fk_indicators_task_id FOREIGN KEY (task_id) REFERENCES public.indicators_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_answer
    ADD CONSTRAINT indicators_answer_verified_by_id_48ef1fbd_fk_accounts_user_id FOREIGN KEY (verified_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_answerstep
    ADD CONSTRAINT indicators_answerste_answer_id_573c5c18_fk_indicator FOREIGN KEY (answer_id) REFERENCES public.indicators_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_answerstep
    ADD CONSTRAINT indicators_answerstep_by_id_0763960a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT indicators_collectio_publication_id_ff19d02b_fk_steering_ FOREIGN KEY (publication_id) REFERENCES public.steering_publishedindex(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT indicators_collectio_published_by_id_de1a7259_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT indicators_collectio_together_by_id_17d64b83_fk_accounts_ FOREIGN KEY (together_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_collection
    ADD CONSTRAINT indicators_collection_opened_by_id_1e38197e_fk_accounts_user_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_proof
    ADD CONSTRAINT indicators_proof_answer_id_a1cf1d2a_fk_indicators_answer_id FOREIGN KEY (answer_id) REFERENCES public.indicators_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_proof
    ADD CONSTRAINT indicators_proof_by_id_d2f88cec_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_snapshot
    ADD CONSTRAINT indicators_snapshot_by_id_46b93318_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.indicators_task
    ADD CONSTRAINT indicators_task_collection_id_06e5a08c_fk_indicator FOREIGN KEY (collection_id) REFERENCES public.indicators_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_assignedtile
    ADD CONSTRAINT issues_assignedtile_assignment_id_fe897250_fk_issues_as FOREIGN KEY (assignment_id) REFERENCES public.issues_assignment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_assignment
    ADD CONSTRAINT issues_assignment_edition_id_f708bef2_fk_issues_as FOREIGN KEY (edition_id) REFERENCES public.issues_assignmentedition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_assignment
    ADD CONSTRAINT issues_assignment_executor_id_ef0c294e_fk_issues_executor_id FOREIGN KEY (executor_id) REFERENCES public.issues_executor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_assignmentedition
    ADD CONSTRAINT issues_assignmentedition_border_id_b0c408ae_fk_issues_border_id FOREIGN KEY (border_id) REFERENCES public.issues_border(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_bordertile
    ADD CONSTRAINT issues_bordertile_border_id_52d435fe_fk_issues_border_id FOREIGN KEY (border_id) REFERENCES public.issues_border(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_escalation
    ADD CONSTRAINT issues_escalation_issue_id_3a8bd358_fk_issues_issue_case_id FOREIGN KEY (issue_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_habit
    ADD CONSTRAINT issues_habit_executor_id_c4839a08_fk_issues_executor_id FOREIGN KEY (executor_id) REFERENCES public.issues_executor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_issue
    ADD CONSTRAINT issues_issue_alike_to_id_eac6ee2c_fk_issues_issue_case_id FOREIGN KEY (alike_to_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_issue
    ADD CONSTRAINT issues_issue_case_id_f715da93_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_issue
    ADD CONSTRAINT issues_issue_executor_id_8e8c0889_fk_issues_executor_id FOREIGN KEY (executor_id) REFERENCES public.issues_executor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_issue
    ADD CONSTRAINT issues_issue_merged_into_id_805ae032_fk_issues_issue_case_id FOREIGN KEY (merged_into_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT issues_lot_draw_id_92ee8957_fk_issues_draw_id FOREIGN KEY (draw_id) REFERENCES public.issues_draw(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT issues_lot_executor_id_a04b6d50_fk_issues_executor_id FOREIGN KEY (executor_id) REFERENCES public.issues_executor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT issues_lot_issue_id_6b3ba54c_fk_issues_issue_case_id FOREIGN KEY (issue_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT issues_lot_reporter_id_f0eb3818_fk_issues_reporter_id FOREIGN KEY (reporter_id) REFERENCES public.issues_reporter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_lot
    ADD CONSTRAINT issues_lot_taken_by_id_26429d6c_fk_accounts_user_id FOREIGN KEY (taken_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_photo
    ADD CONSTRAINT issues_photo_issue_id_3291a5d3_fk_issues_issue_case_id FOREIGN KEY (issue_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_precedent
    ADD CONSTRAINT issues_precedent_executor_id_45dc31ff_fk_issues_executor_id FOREIGN KEY (executor_id) REFERENCES public.issues_executor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_reporter
    ADD CONSTRAINT issues_reporter_came_as_id_393cc85b_fk_issues_issue_case_id FOREIGN KEY (came_as_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_reporter
    ADD CONSTRAINT issues_reporter_issue_id_822c91a9_fk_issues_issue_case_id FOREIGN KEY (issue_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_telephone
    ADD CONSTRAINT issues_telephone_reporter_id_b66722a2_fk_issues_reporter_id FOREIGN KEY (reporter_id) REFERENCES public.issues_reporter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_workreport
    ADD CONSTRAINT issues_workreport_executor_id_e8780662_fk_issues_executor_id FOREIGN KEY (executor_id) REFERENCES public.issues_executor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.issues_workreport
    ADD CONSTRAINT issues_workreport_issue_id_d5e3e187_fk_issues_issue_case_id FOREIGN KEY (issue_id) REFERENCES public.issues_issue(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.law_draftmark
    ADD CONSTRAINT law_draftmark_by_id_3326601f_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.law_draftmark
    ADD CONSTRAINT law_draftmark_draft_id_f589ee8e_fk_law_rowdraft_id FOREIGN KEY (draft_id) REFERENCES public.law_rowdraft(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.law_rowdraft
    ADD CONSTRAINT law_rowdraft_edition_id_56f38195_fk_procedures_edition_id FOREIGN KEY (edition_id) REFERENCES public.procedures_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.law_rowdraft
    ADD CONSTRAINT law_rowdraft_published_by_id_731b3732_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.law_rowdraft
    ADD CONSTRAINT law_rowdraft_reviewed_by_id_8183113f_fk_accounts_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.law_signoff
    ADD CONSTRAINT law_signoff_by_id_8cda07b9_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.life_events_errand
    ADD CONSTRAINT life_events_errand_case_id_2d5aa73f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.life_events_errand
    ADD CONSTRAINT life_events_errand_draft_id_4a47bf5c_fk_applications_draft_id FOREIGN KEY (draft_id) REFERENCES public.applications_draft(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.life_events_errand
    ADD CONSTRAINT life_events_errand_sitting_id_e202f043_fk_life_even FOREIGN KEY (sitting_id) REFERENCES public.life_events_sitting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.life_events_offer
    ADD CONSTRAINT life_events_offer_sitting_id_82df5f0c_fk_life_events_sitting_id FOREIGN KEY (sitting_id) REFERENCES public.life_events_sitting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.life_events_sitting
    ADD CONSTRAINT life_events_sitting_user_id_8cda444f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_actrecorded
    ADD CONSTRAINT measures_actrecorded_by_id_159b5075_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_actrecorded
    ADD CONSTRAINT measures_actrecorded_case_id_cea3188f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_agendaitem
    ADD CONSTRAINT measures_agendaitem_case_id_c6672798_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_agendaitem
    ADD CONSTRAINT measures_agendaitem_session_id_9c3cc5ea_fk_measures_session_id FOREIGN KEY (session_id) REFERENCES public.measures_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_agendaitem
    ADD CONSTRAINT measures_agendaitem_version_id_2f6ffff0_fk_measures_ FOREIGN KEY (version_id) REFERENCES public.measures_passportversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_agreement
    ADD CONSTRAINT measures_agreement_by_id_790694cb_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_agreement
    ADD CONSTRAINT measures_agreement_case_id_4119d9aa_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_amendment
    ADD CONSTRAINT measures_amendment_by_id_293932a6_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_amendment
    ADD CONSTRAINT measures_amendment_contract_id_f6cf45f6_fk_measures_contract_id FOREIGN KEY (contract_id) REFERENCES public.measures_contract(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_autoreport
    ADD CONSTRAINT measures_autoreport_by_id_ca4a7d0a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_autoreport
    ADD CONSTRAINT measures_autoreport_case_id_90d78f90_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_autoreport
    ADD CONSTRAINT measures_autoreport_version_id_561a6288_fk_measures_ FOREIGN KEY (version_id) REFERENCES public.measures_passportversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_baseline
    ADD CONSTRAINT measures_baseline_case_id_1bbd30f6_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_baseline
    ADD CONSTRAINT measures_baseline_version_id_ed687c93_fk_measures_ FOREIGN KEY (version_id) REFERENCES public.measures_passportversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_benefitreview
    ADD CONSTRAINT measures_benefitreview_by_id_a2103a3a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_benefitreview
    ADD CONSTRAINT measures_benefitreview_case_id_4c57d47d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_call
    ADD CONSTRAINT measures_call_published_by_id_e6508bbf_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_call
    ADD CONSTRAINT measures_call_written_by_id_f6ff4444_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_callquestion
    ADD CONSTRAINT measures_callquestio_answered_by_id_c443c073_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_callquestion
    ADD CONSTRAINT measures_callquestion_by_id_e4b2a41c_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_callquestion
    ADD CONSTRAINT measures_callquestion_call_id_0567e84d_fk_measures_call_id FOREIGN KEY (call_id) REFERENCES public.measures_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_checkproof
    ADD CONSTRAINT measures_checkproof_by_id_5273295b_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_checkproof
    ADD CONSTRAINT measures_checkproof_case_id_503d3a32_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_classification
    ADD CONSTRAINT measures_classification_by_id_db3a1b38_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_classification
    ADD CONSTRAINT measures_classification_case_id_bf3501be_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_commissioning
    ADD CONSTRAINT measures_commissioning_by_id_a10769ee_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_commissioning
    ADD CONSTRAINT measures_commissioning_case_id_ff6d9b54_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_condition
    ADD CONSTRAINT measures_condition_item_id_6706e5e1_fk_measures_agendaitem_id FOREIGN KEY (item_id) REFERENCES public.measures_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_condition
    ADD CONSTRAINT measures_condition_met_by_id_417431de_fk_accounts_user_id FOREIGN KEY (met_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_contract
    ADD CONSTRAINT measures_contract_case_id_8003ebd3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_contractterms
    ADD CONSTRAINT measures_contractter_contract_id_4ed30f14_fk_measures_ FOREIGN KEY (contract_id) REFERENCES public.measures_contract(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_contractterms
    ADD CONSTRAINT measures_contractterms_by_id_fb572f17_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_correction
    ADD CONSTRAINT measures_correction_by_id_401db1d6_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_correction
    ADD CONSTRAINT measures_correction_case_id_6fea0a0e_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_diaryentry
    ADD CONSTRAINT measures_diaryentry_by_id_a3eb97d7_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_diaryentry
    ADD CONSTRAINT measures_diaryentry_case_id_611144dd_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_direction
    ADD CONSTRAINT measures_direction_call_id_b59445bf_fk_measures_call_id FOREIGN KEY (call_id) REFERENCES public.measures_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_evaluation
    ADD CONSTRAINT measures_evaluation_by_id_19fd0f31_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_evaluation
    ADD CONSTRAINT measures_evaluation_case_id_d623398d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_incident
    ADD CONSTRAINT measures_incident_by_id_b511f2f4_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_incident
    ADD CONSTRAINT measures_incident_case_id_4fa30617_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_incidentanswer
    ADD CONSTRAINT measures_incidentans_incident_id_5c0e97c0_fk_measures_ FOREIGN KEY (incident_id) REFERENCES public.measures_incident(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_incidentanswer
    ADD CONSTRAINT measures_incidentanswer_by_id_7fc4bda1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_measure
    ADD CONSTRAINT measures_measure_case_id_d9966687_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_measure
    ADD CONSTRAINT measures_measure_scales_id_f47f4ad8_fk_cases_case_id FOREIGN KEY (scales_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_measurement
    ADD CONSTRAINT measures_measurement_by_id_fed5a1b6_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_measurement
    ADD CONSTRAINT measures_measurement_case_id_f580f50d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_mechanism
    ADD CONSTRAINT measures_mechanism_by_id_0071eca3_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_mechanism
    ADD CONSTRAINT measures_mechanism_case_id_acf070c8_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_opinion
    ADD CONSTRAINT measures_opinion_by_id_1e5bbec5_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_opinion
    ADD CONSTRAINT measures_opinion_version_id_067e0419_fk_measures_ FOREIGN KEY (version_id) REFERENCES public.measures_passportversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_passportdraft
    ADD CONSTRAINT measures_passportdraft_by_id_8d348b2f_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_passportdraft
    ADD CONSTRAINT measures_passportdraft_case_id_85c62a5f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_passportversion
    ADD CONSTRAINT measures_passportversion_by_id_d69b2144_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_passportversion
    ADD CONSTRAINT measures_passportversion_case_id_c3a2b062_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_payment
    ADD CONSTRAINT measures_payment_by_id_f8356fa0_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_payment
    ADD CONSTRAINT measures_payment_contract_id_480d23eb_fk_measures_contract_id FOREIGN KEY (contract_id) REFERENCES public.measures_contract(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_pilotterms
    ADD CONSTRAINT measures_pilotterms_case_id_f3b7e68c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_pilotterms
    ADD CONSTRAINT measures_pilotterms_direction_id_8a76f829_fk_measures_ FOREIGN KEY (direction_id) REFERENCES public.measures_direction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_profile
    ADD CONSTRAINT measures_profile_case_id_2c8b7bae_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_protocolcorrection
    ADD CONSTRAINT measures_protocolcor_item_id_460dc8d8_fk_measures_ FOREIGN KEY (item_id) REFERENCES public.measures_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_protocolcorrection
    ADD CONSTRAINT measures_protocolcor_session_id_025dbcd1_fk_measures_ FOREIGN KEY (session_id) REFERENCES public.measures_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_protocolcorrection
    ADD CONSTRAINT measures_protocolcorrection_by_id_cde51a97_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_remark
    ADD CONSTRAINT measures_remark_by_id_f1af2e78_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_remark
    ADD CONSTRAINT measures_remark_version_id_7a21e502_fk_measures_ FOREIGN KEY (version_id) REFERENCES public.measures_passportversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_rolloutfact
    ADD CONSTRAINT measures_rolloutfact_by_id_8c7bac6c_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_rolloutfact
    ADD CONSTRAINT measures_rolloutfact_case_id_555c300f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_rolloutplan
    ADD CONSTRAINT measures_rolloutplan_by_id_3fe93d91_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_rolloutplan
    ADD CONSTRAINT measures_rolloutplan_case_id_3fe2de56_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_seat
    ADD CONSTRAINT measures_seat_member_id_61ec5c05_fk_accounts_user_id FOREIGN KEY (member_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_seat
    ADD CONSTRAINT measures_seat_session_id_ccfd04b6_fk_measures_session_id FOREIGN KEY (session_id) REFERENCES public.measures_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_separateopinion
    ADD CONSTRAINT measures_separateopi_item_id_b7f1bfd2_fk_measures_ FOREIGN KEY (item_id) REFERENCES public.measures_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_separateopinion
    ADD CONSTRAINT measures_separateopinion_seat_id_0c186fb5_fk_measures_seat_id FOREIGN KEY (seat_id) REFERENCES public.measures_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_session
    ADD CONSTRAINT measures_session_chair_id_40429c20_fk_accounts_user_id FOREIGN KEY (chair_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_session
    ADD CONSTRAINT measures_session_secretary_id_7eda70eb_fk_accounts_user_id FOREIGN KEY (secretary_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_similarcomment
    ADD CONSTRAINT measures_similarcomm_report_id_fc3e2251_fk_measures_ FOREIGN KEY (report_id) REFERENCES public.measures_autoreport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_similarcomment
    ADD CONSTRAINT measures_similarcomment_by_id_e86c7709_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_stage
    ADD CONSTRAINT measures_stage_accepted_by_id_4f9f1833_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_stage
    ADD CONSTRAINT measures_stage_contract_id_01eac2f1_fk_measures_contract_id FOREIGN KEY (contract_id) REFERENCES public.measures_contract(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_stageact
    ADD CONSTRAINT measures_stageact_by_id_4b40822b_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_stageact
    ADD CONSTRAINT measures_stageact_stage_id_c5611d5e_fk_measures_stage_id FOREIGN KEY (stage_id) REFERENCES public.measures_stage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_stagepaper
    ADD CONSTRAINT measures_stagepaper_act_id_8a10a120_fk_measures_stageact_id FOREIGN KEY (act_id) REFERENCES public.measures_stageact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_suspension
    ADD CONSTRAINT measures_suspension_by_id_64bfdeab_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_suspension
    ADD CONSTRAINT measures_suspension_case_id_4dc2c254_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_suspension
    ADD CONSTRAINT measures_suspension_ended_by_id_dff37ba3_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_vote
    ADD CONSTRAINT measures_vote_item_id_a3dc76b0_fk_measures_agendaitem_id FOREIGN KEY (item_id) REFERENCES public.measures_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measures_vote
    ADD CONSTRAINT measures_vote_seat_id_01de7e50_fk_measures_seat_id FOREIGN KEY (seat_id) REFERENCES public.measures_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_feedaddress
    ADD CONSTRAINT obligations_feedaddr_body_id_92e08ec4_fk_parties_o FOREIGN KEY (body_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_feedaddress
    ADD CONSTRAINT obligations_feedaddress_made_by_id_d5540a7d_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_obligation
    ADD CONSTRAINT obligations_obligati_handed_in_by_id_a817bdff_fk_accounts_ FOREIGN KEY (handed_in_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_obligation
    ADD CONSTRAINT obligations_obligati_subject_id_b796b167_fk_parties_o FOREIGN KEY (subject_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_obligation
    ADD CONSTRAINT obligations_obligati_to_id_38073c08_fk_parties_o FOREIGN KEY (to_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_reminder
    ADD CONSTRAINT obligations_reminder_obligation_id_ec25ac85_fk_obligatio FOREIGN KEY (obligation_id) REFERENCES public.obligations_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_step
    ADD CONSTRAINT obligations_step_by_id_f19fb06e_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.obligations_step
    ADD CONSTRAINT obligations_step_obligation_id_b96220a0_fk_obligatio FOREIGN KEY (obligation_id) REFERENCES public.obligations_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_delegated_from_id_126d15f7_fk_parties_m FOREIGN KEY (delegated_from_id) REFERENCES public.parties_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_organisation_id_8f96cb12_fk_parties_o FOREIGN KEY (organisation_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_person_id_1186b255_fk_parties_person_id FOREIGN KEY (person_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_principal_id_8d09113b_fk_parties_person_id FOREIGN KEY (principal_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_replaces_id_c8c622fa_fk_parties_mandate_id FOREIGN KEY (replaces_id) REFERENCES public.parties_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandate
    ADD CONSTRAINT parties_mandate_revoked_by_id_e4637e4a_fk_parties_person_id FOREIGN KEY (revoked_by_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_delegated_from_id_f43cad89_fk_parties_m FOREIGN KEY (delegated_from_id) REFERENCES public.parties_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_mandate_id_1ad7598a_fk_parties_mandate_id FOREIGN KEY (mandate_id) REFERENCES public.parties_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_offered_by_id_8aae63ff_fk_parties_p FOREIGN KEY (offered_by_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_organisation_id_a2df5797_fk_parties_o FOREIGN KEY (organisation_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_mandateoffer
    ADD CONSTRAINT parties_mandateoffer_principal_id_6b696890_fk_parties_person_id FOREIGN KEY (principal_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_minorconsent
    ADD CONSTRAINT parties_minorconsent_child_id_53c65789_fk_parties_person_id FOREIGN KEY (child_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_minorconsent
    ADD CONSTRAINT parties_minorconsent_given_by_id_11862050_fk_parties_person_id FOREIGN KEY (given_by_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_organisation
    ADD CONSTRAINT parties_organisation_parent_id_dc26f50d_fk_parties_o FOREIGN KEY (parent_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.parties_persondocument
    ADD CONSTRAINT parties_persondocument_person_id_20a49928_fk_parties_person_id FOREIGN KEY (person_id) REFERENCES public.parties_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_charge
    ADD CONSTRAINT payments_charge_charged_by_id_e3c66f54_fk_accounts_user_id FOREIGN KEY (charged_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT payments_entry_by_id_198952e8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT payments_entry_charge_id_f90349f1_fk_payments_charge_id FOREIGN KEY (charge_id) REFERENCES public.payments_charge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT payments_entry_other_id_43c4cc53_fk_payments_charge_id FOREIGN KEY (other_id) REFERENCES public.payments_charge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT payments_entry_payment_id_f2394186_fk_payments_payment_id FOREIGN KEY (payment_id) REFERENCES public.payments_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_entry
    ADD CONSTRAINT payments_entry_refund_id_0b200f30_fk_payments_refund_id FOREIGN KEY (refund_id) REFERENCES public.payments_refund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payment
    ADD CONSTRAINT payments_payment_charge_id_11889803_fk_payments_charge_id FOREIGN KEY (charge_id) REFERENCES public.payments_charge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_approved_by_id_bcd22cd9_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_charge_id_2ba1056b_fk_payments_charge_id FOREIGN KEY (charge_id) REFERENCES public.payments_charge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_ordered_by_id_52c2bcb9_fk_accounts_user_id FOREIGN KEY (ordered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_annex
    ADD CONSTRAINT plans_annex_plan_id_092cd15c_fk_plans_paper_id FOREIGN KEY (plan_id) REFERENCES public.plans_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_annex
    ADD CONSTRAINT plans_annex_prepared_by_id_1b9c5c55_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_annex
    ADD CONSTRAINT plans_annex_signed_by_id_197ad2ec_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_filing
    ADD CONSTRAINT plans_filing_paper_id_d5d846d3_fk_plans_paper_id FOREIGN KEY (paper_id) REFERENCES public.plans_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_filing
    ADD CONSTRAINT plans_filing_prepared_by_id_d48fdec8_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_filing
    ADD CONSTRAINT plans_filing_signed_by_id_8e55a0d4_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_paper
    ADD CONSTRAINT plans_paper_body_id_3be1c7ac_fk_parties_organisation_id FOREIGN KEY (body_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_paper
    ADD CONSTRAINT plans_paper_obligation_id_f0027686_fk_obligations_obligation_id FOREIGN KEY (obligation_id) REFERENCES public.obligations_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_paper
    ADD CONSTRAINT plans_paper_prepared_by_id_14b9b714_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_result
    ADD CONSTRAINT plans_result_report_id_60e6b9ce_fk_plans_paper_id FOREIGN KEY (report_id) REFERENCES public.plans_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_result
    ADD CONSTRAINT plans_result_row_id_091c1d43_fk_plans_row_id FOREIGN KEY (row_id) REFERENCES public.plans_row(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_review
    ADD CONSTRAINT plans_review_by_id_e51dd8ff_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_review
    ADD CONSTRAINT plans_review_filing_id_c710c7ac_fk_plans_filing_id FOREIGN KEY (filing_id) REFERENCES public.plans_filing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_row
    ADD CONSTRAINT plans_row_annex_id_59c9b460_fk_plans_annex_id FOREIGN KEY (annex_id) REFERENCES public.plans_annex(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_row
    ADD CONSTRAINT plans_row_paper_id_10cadf26_fk_plans_paper_id FOREIGN KEY (paper_id) REFERENCES public.plans_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_row
    ADD CONSTRAINT plans_row_replaces_id_82f42390_fk_plans_row_id FOREIGN KEY (replaces_id) REFERENCES public.plans_row(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_treasurysum
    ADD CONSTRAINT plans_treasurysum_body_id_f04a5e19_fk_parties_organisation_id FOREIGN KEY (body_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_treasurysum
    ADD CONSTRAINT plans_treasurysum_imported_by_id_4af9572e_fk_accounts_user_id FOREIGN KEY (imported_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procedures_chapter
    ADD CONSTRAINT procedures_chapter_list_id_9142bfa1_fk_procedure FOREIGN KEY (list_id) REFERENCES public.procedures_procedurelist(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procedures_edition
    ADD CONSTRAINT procedures_edition_procedure_id_097508ab_fk_procedure FOREIGN KEY (procedure_id) REFERENCES public.procedures_procedure(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procedures_procedure
    ADD CONSTRAINT procedures_procedure_chapter_id_f37899fa_fk_procedure FOREIGN KEY (chapter_id) REFERENCES public.procedures_chapter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procedures_procedure
    ADD CONSTRAINT procedures_procedure_heading_id_e6863bc9_fk_procedure FOREIGN KEY (heading_id) REFERENCES public.procedures_procedure(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procedures_procedure
    ADD CONSTRAINT procedures_procedure_list_id_761874b5_fk_procedure FOREIGN KEY (list_id) REFERENCES public.procedures_procedurelist(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procedures_searchentry
    ADD CONSTRAINT procedures_searchent_edition_id_f471a438_fk_procedure FOREIGN KEY (edition_id) REFERENCES public.procedures_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.programmes_baseline
    ADD CONSTRAINT programmes_baseline_by_id_b57d8ec8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_baseline
    ADD CONSTRAINT programmes_baseline_case_id_ee7514cf_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_baselinestage
    ADD CONSTRAINT programmes_baselines_baseline_id_05bfc473_fk_programme FOREIGN KEY (baseline_id) REFERENCES public.programmes_baseline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_forecastrun
    ADD CONSTRAINT programmes_forecastrun_by_id_9d256859_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_placement
    ADD CONSTRAINT programmes_placement_by_id_272762f1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_placement
    ADD CONSTRAINT programmes_placement_case_id_fe6a0409_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_progress
    ADD CONSTRAINT programmes_progress_accepted_by_id_7b1db26d_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_progress
    ADD CONSTRAINT programmes_progress_by_id_cf578c94_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_progress
    ADD CONSTRAINT programmes_progress_case_id_07b79b9f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_rating
    ADD CONSTRAINT programmes_rating_by_id_2949585c_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_rating
    ADD CONSTRAINT programmes_rating_case_id_44b4ff29_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.programmes_scenario
    ADD CONSTRAINT programmes_scenario_by_id_38d87e86_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_analysis
    ADD CONSTRAINT ratings_analysis_organisation_id_17aeba8e_fk_ratings_o FOREIGN KEY (organisation_id) REFERENCES public.ratings_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_crowd
    ADD CONSTRAINT ratings_crowd_organisation_id_b7bf9d84_fk_ratings_o FOREIGN KEY (organisation_id) REFERENCES public.ratings_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_earlier
    ADD CONSTRAINT ratings_earlier_given_id_8faf97d7_fk_ratings_given_case_id FOREIGN KEY (given_id) REFERENCES public.ratings_given(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_given
    ADD CONSTRAINT ratings_given_case_id_6e919c84_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_given
    ADD CONSTRAINT ratings_given_crowd_id_0e091e63_fk_ratings_crowd_id FOREIGN KEY (crowd_id) REFERENCES public.ratings_crowd(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_given
    ADD CONSTRAINT ratings_given_organisation_id_bbeedf38_fk_ratings_o FOREIGN KEY (organisation_id) REFERENCES public.ratings_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_judgement
    ADD CONSTRAINT ratings_judgement_by_id_0c07fbb7_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_judgement
    ADD CONSTRAINT ratings_judgement_given_id_048df35d_fk_ratings_given_case_id FOREIGN KEY (given_id) REFERENCES public.ratings_given(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_remainder
    ADD CONSTRAINT ratings_remainder_crowd_id_2dc21478_fk_ratings_crowd_id FOREIGN KEY (crowd_id) REFERENCES public.ratings_crowd(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_remainder
    ADD CONSTRAINT ratings_remainder_organisation_id_aa1bc5e0_fk_ratings_o FOREIGN KEY (organisation_id) REFERENCES public.ratings_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_reply
    ADD CONSTRAINT ratings_reply_by_id_44bec746_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_reply
    ADD CONSTRAINT ratings_reply_given_id_eccf44d1_fk_ratings_given_case_id FOREIGN KEY (given_id) REFERENCES public.ratings_given(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_signal
    ADD CONSTRAINT ratings_signal_decided_by_id_141bc066_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_signal
    ADD CONSTRAINT ratings_signal_organisation_id_d7ea5047_fk_ratings_o FOREIGN KEY (organisation_id) REFERENCES public.ratings_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_signal_ratings
    ADD CONSTRAINT ratings_signal_ratin_given_id_57eb2f0b_fk_ratings_g FOREIGN KEY (given_id) REFERENCES public.ratings_given(case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ratings_signal_ratings
    ADD CONSTRAINT ratings_signal_ratings_signal_id_0afd0a48_fk_ratings_signal_id FOREIGN KEY (signal_id) REFERENCES public.ratings_signal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_breach
    ADD CONSTRAINT records_breach_entered_by_id_83c336c8_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_breach
    ADD CONSTRAINT records_breach_told_by_id_485daf8a_fk_accounts_user_id FOREIGN KEY (told_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_datarequest
    ADD CONSTRAINT records_datarequest_case_id_6a214738_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_disposal
    ADD CONSTRAINT records_disposal_confirmed_by_id_1c7f5021_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_disposal
    ADD CONSTRAINT records_disposal_dropped_by_id_13b8df1c_fk_accounts_user_id FOREIGN KEY (dropped_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_disposal
    ADD CONSTRAINT records_disposal_proposed_by_id_6c511920_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_disposalitem
    ADD CONSTRAINT records_disposalitem_disposal_id_bf682fb8_fk_records_d FOREIGN KEY (disposal_id) REFERENCES public.records_disposal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_hold
    ADD CONSTRAINT records_hold_case_id_62fa670e_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_hold
    ADD CONSTRAINT records_hold_lifted_by_id_48e3be9b_fk_accounts_user_id FOREIGN KEY (lifted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_hold
    ADD CONSTRAINT records_hold_set_by_id_67697133_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_reply
    ADD CONSTRAINT records_reply_by_id_7f74753d_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_reply
    ADD CONSTRAINT records_reply_case_id_6362a786_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registers_dwellingshare
    ADD CONSTRAINT registers_dwellingsh_dwelling_id_ff6adfe3_fk_registers FOREIGN KEY (dwelling_id) REFERENCES public.registers_dwelling(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registers_registeredorganisation
    ADD CONSTRAINT registers_registered_organisation_id_b1aa2536_fk_parties_o FOREIGN KEY (organisation_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registers_tradeobject
    ADD CONSTRAINT registers_tradeobjec_organisation_id_b231cafa_fk_parties_o FOREIGN KEY (organisation_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_answer
    ADD CONSTRAINT self_assessment_answ_copy_id_20e11e8c_fk_documents FOREIGN KEY (copy_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_answer
    ADD CONSTRAINT self_assessment_answ_edition_id_8e2447fb_fk_self_asse FOREIGN KEY (edition_id) REFERENCES public.self_assessment_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_answer
    ADD CONSTRAINT self_assessment_answer_by_id_1b161575_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_contact
    ADD CONSTRAINT self_assessment_cont_edition_id_2c2fc576_fk_self_asse FOREIGN KEY (edition_id) REFERENCES public.self_assessment_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_contact
    ADD CONSTRAINT self_assessment_contact_by_id_32460ade_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_declinedoffer
    ADD CONSTRAINT self_assessment_decl_by_id_0a15cfc7_fk_accounts_ FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_declinedoffer
    ADD CONSTRAINT self_assessment_decl_edition_id_e628b223_fk_self_asse FOREIGN KEY (edition_id) REFERENCES public.self_assessment_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_edition
    ADD CONSTRAINT self_assessment_edit_before_id_a8a0d22c_fk_self_asse FOREIGN KEY (before_id) REFERENCES public.self_assessment_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_edition
    ADD CONSTRAINT self_assessment_edit_handed_in_by_id_dbda4ed5_fk_accounts_ FOREIGN KEY (handed_in_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_edition
    ADD CONSTRAINT self_assessment_edit_opened_by_id_6f2ffa39_fk_accounts_ FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_edition
    ADD CONSTRAINT self_assessment_edit_published_by_id_2a558092_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_mark
    ADD CONSTRAINT self_assessment_mark_by_id_8c7dece5_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_mark
    ADD CONSTRAINT self_assessment_mark_picture_id_7d42d596_fk_documents FOREIGN KEY (picture_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_mark
    ADD CONSTRAINT self_assessment_mark_scoring_id_b1826347_fk_self_asse FOREIGN KEY (scoring_id) REFERENCES public.self_assessment_scoring(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_scoring
    ADD CONSTRAINT self_assessment_scor_reviewer_id_a297f24f_fk_accounts_ FOREIGN KEY (reviewer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_scoring
    ADD CONSTRAINT self_assessment_scoring_first_id_bcd352c1_fk_accounts_user_id FOREIGN KEY (first_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_scoring
    ADD CONSTRAINT self_assessment_scoring_second_id_1ff2f4e0_fk_accounts_user_id FOREIGN KEY (second_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_sectionowner
    ADD CONSTRAINT self_assessment_sect_edition_id_de293dce_fk_self_asse FOREIGN KEY (edition_id) REFERENCES public.self_assessment_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_sectionowner
    ADD CONSTRAINT self_assessment_sect_owner_id_7686a5f6_fk_accounts_ FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.self_assessment_sectionowner
    ADD CONSTRAINT self_assessment_sectionowner_by_id_73d82c10_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.steering_publishedindex
    ADD CONSTRAINT steering_publishedindex_by_id_e897cd38_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.steering_scenario
    ADD CONSTRAINT steering_scenario_author_id_e047ba6d_fk_accounts_user_id FOREIGN KEY (author_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.steering_scenario
    ADD CONSTRAINT steering_scenario_index_id_bee4f0ac_fk_steering_ FOREIGN KEY (index_id) REFERENCES public.steering_publishedindex(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_asked
    ADD CONSTRAINT systems_asked_body_id_52ed229e_fk_parties_organisation_id FOREIGN KEY (body_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_asked
    ADD CONSTRAINT systems_asked_by_id_947b5f1a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_asked
    ADD CONSTRAINT systems_asked_filing_id_72bdb22e_fk_systems_filing_id FOREIGN KEY (filing_id) REFERENCES public.systems_filing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_billtaken
    ADD CONSTRAINT systems_billtaken_by_id_4abeaad2_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_billtaken
    ADD CONSTRAINT systems_billtaken_system_id_44d374be_fk_systems_system_id FOREIGN KEY (system_id) REFERENCES public.systems_system(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_cardversion
    ADD CONSTRAINT systems_cardversion_by_id_620548f8_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_cardversion
    ADD CONSTRAINT systems_cardversion_system_id_504cd29a_fk_systems_system_id FOREIGN KEY (system_id) REFERENCES public.systems_system(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_certificate
    ADD CONSTRAINT systems_certificate_specialist_id_253906b0_fk_systems_s FOREIGN KEY (specialist_id) REFERENCES public.systems_specialist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_competenceneed
    ADD CONSTRAINT systems_competenceneed_office_id_371cf914_fk_systems_office_id FOREIGN KEY (office_id) REFERENCES public.systems_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_filing
    ADD CONSTRAINT systems_filing_asked_by_id_eb303c54_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_filing
    ADD CONSTRAINT systems_filing_begun_by_id_42b0218f_fk_accounts_user_id FOREIGN KEY (begun_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_filing
    ADD CONSTRAINT systems_filing_owner_id_6cfca4ea_fk_parties_organisation_id FOREIGN KEY (owner_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_filing
    ADD CONSTRAINT systems_filing_settled_by_id_00aeeaba_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_filing
    ADD CONSTRAINT systems_filing_system_id_447f2466_fk_systems_system_id FOREIGN KEY (system_id) REFERENCES public.systems_system(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_mastery
    ADD CONSTRAINT systems_mastery_system_id_99966e5d_fk_systems_system_id FOREIGN KEY (system_id) REFERENCES public.systems_system(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_office
    ADD CONSTRAINT systems_office_body_id_44c4e689_fk_parties_organisation_id FOREIGN KEY (body_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_proposal
    ADD CONSTRAINT systems_proposal_by_id_4164d906_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_replacement
    ADD CONSTRAINT systems_replacement_item_id_3c7e6c1e_fk_systems_softwareitem_id FOREIGN KEY (item_id) REFERENCES public.systems_softwareitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_replacement
    ADD CONSTRAINT systems_replacement_substitute_id_110fb133_fk_systems_s FOREIGN KEY (substitute_id) REFERENCES public.systems_softwareitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_softwareitem
    ADD CONSTRAINT systems_softwareitem_described_by_id_9f0b5518_fk_accounts_ FOREIGN KEY (described_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_softwareuse
    ADD CONSTRAINT systems_softwareuse_item_id_7a8d1862_fk_systems_softwareitem_id FOREIGN KEY (item_id) REFERENCES public.systems_softwareitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_softwareuse
    ADD CONSTRAINT systems_softwareuse_system_id_29f32892_fk_systems_system_id FOREIGN KEY (system_id) REFERENCES public.systems_system(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_specialist
    ADD CONSTRAINT systems_specialist_office_id_f9c707de_fk_systems_office_id FOREIGN KEY (office_id) REFERENCES public.systems_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_specialist
    ADD CONSTRAINT systems_specialist_user_id_f046c46a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_substitute
    ADD CONSTRAINT systems_substitute_by_id_be007a3c_fk_systems_softwareitem_id FOREIGN KEY (by_id) REFERENCES public.systems_softwareitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_substitute
    ADD CONSTRAINT systems_substitute_item_id_617813a5_fk_systems_softwareitem_id FOREIGN KEY (item_id) REFERENCES public.systems_softwareitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_system
    ADD CONSTRAINT systems_system_owner_id_2b0e350e_fk_parties_organisation_id FOREIGN KEY (owner_id) REFERENCES public.parties_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_trainingline
    ADD CONSTRAINT systems_trainingline_office_id_d01fd085_fk_systems_office_id FOREIGN KEY (office_id) REFERENCES public.systems_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.systems_trainingline
    ADD CONSTRAINT systems_trainingline_specialist_id_1a15f184_fk_systems_s FOREIGN KEY (specialist_id) REFERENCES public.systems_specialist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.territory_settlement
    ADD CONSTRAINT territory_settlement_unit_id_7c8f1ae9_fk_territory_unit_code FOREIGN KEY (unit_id) REFERENCES public.territory_unit(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.territory_unit
    ADD CONSTRAINT territory_unit_parent_id_daf87c39_fk_territory_unit_code FOREIGN KEY (parent_id) REFERENCES public.territory_unit(code) DEFERRABLE INITIALLY DEFERRED;
DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
REVOKE DELETE, INSERT, UPDATE ON public.audit_entry FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2026 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2027 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2028 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2029 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2030 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2031 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2032 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2033 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2034 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2035 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2036 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2037 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2038 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2039 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2040 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_2041 FROM ratusha_app;
REVOKE DELETE, INSERT, SELECT, UPDATE ON public.audit_entry_other FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.audit_link FROM ratusha_app;
REVOKE DELETE, INSERT, UPDATE ON public.audit_seal FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.cases_skeleton FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_0 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_1 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_10 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_11 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_12 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_13 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_14 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_15 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_2 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_3 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_4 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_5 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_6 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_7 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_8 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.exchange_accessrecord_9 FROM ratusha_app;
REVOKE DELETE ON public.records_disposal FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_0 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_1 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_10 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_11 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_12 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_13 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_14 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_15 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_2 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_3 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_4 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_5 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_6 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_7 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_8 FROM ratusha_app;
REVOKE DELETE, UPDATE ON public.registers_residence_9 FROM ratusha_app;
GRANT INSERT (action, object_type, object_id, by, body, details) ON public.audit_entry TO ratusha_app;
GRANT INSERT (cluster, settled_tx, last_position, head) ON public.audit_seal TO ratusha_app;
END IF; END $$;
