-- The ledger. Append-only: no row is ever changed or deleted but for the erasure of personal data.
-- No keys, indexes, sequences or enums: the loader checks keys, and the schema stays portable (docs/decisions/0004).

-- one row per stored upload
create table if not exists uploads (
    upload_id integer not null,
    file_name varchar not null,
    sha256 varchar not null,
    kind varchar not null,
    size_bytes bigint not null,
    stored_at timestamp not null,          -- UTC
    stored_by varchar,
    is_sample boolean not null,
    rows_stored bigint not null
);

-- one row per thing that happened to an upload: stored, undone, restored
create table if not exists upload_events (
    event_id integer not null,
    upload_id integer not null,
    event varchar not null,
    happened_at timestamp not null,                 -- UTC
    done_by varchar,
    reason varchar                                  -- in own words; of a stored event a word of data/reasons.py
);
alter table upload_events add column if not exists note varchar;        -- what was written beside that word

-- one row per upload, sheet and column that was read: where a field stands in the user's own file
create table if not exists upload_columns (
    upload_id integer not null,
    sheet varchar not null,
    sheet_key varchar not null,
    field varchar not null,
    header varchar not null,
    column_letters varchar not null
);

-- one row per warning that came with an upload
create table if not exists upload_warnings (
    upload_id integer not null,
    sheet varchar not null,
    cell varchar,
    code varchar not null,
    params varchar not null                -- JSON
);

-- one row per place that an upload names; parents of coded places are in definitions/places.csv
create table if not exists places (
    upload_id integer not null,
    place varchar not null,                -- the Kemendagri code where there is one, else the name
    name varchar not null,
    code varchar,
    code_system varchar,
    level varchar,
    parent varchar
);

create table if not exists programmes (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    code varchar not null, name varchar not null, name_en varchar, lead varchar, "start" date, "end" date,
    budget double, currency varchar, theme varchar, mission varchar
);

create table if not exists partners (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    code varchar not null, name varchar not null, kind varchar, partnership_types varchar, joined date,
    agreement varchar, agreement_end date, focus varchar, place varchar
);

-- one row per upload and indicator definition; `scale` is 100 where the unit is % and figures are written as 24.5
create table if not exists indicators (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    code varchar not null, name varchar not null, name_en varchar, programme varchar, level varchar, unit varchar,
    measure varchar, direction varchar, over_time varchar, over_units varchar, cumulative boolean,
    baseline double, baseline_date date, target double, target_low double, target_high double, target_date date,
    zero_start boolean, "key" boolean, sdg varchar, definition varchar, source varchar, owner varchar,
    scale double not null
);

-- one row per upload, indicator, period and unit (partner, place, group); a blank unit is null and means all
create table if not exists targets (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    indicator varchar not null, period varchar not null, period_kind varchar not null,
    period_start date not null, period_end date not null,
    partner varchar, place varchar, "group" varchar, value double, value_cell varchar
);

-- one row per upload, indicator, period and unit; value null with mark null is a blank cell: not reported
create table if not exists results (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    indicator varchar not null, period varchar not null, period_kind varchar not null,
    period_start date not null, period_end date not null,
    partner varchar, place varchar, "group" varchar,
    value double, numerator double, denominator double, mark varchar, note varchar, evidence varchar,
    value_cell varchar
);
-- The figure's own cell, F12, where its column is not the same for all rows of the sheet (tracking tables); for a store
-- made before there was one, too.
alter table targets add column if not exists value_cell varchar;
alter table results add column if not exists value_cell varchar;
-- `in_parts`: the target that stood here is that of its parts, which have targets of their own
alter table targets add column if not exists mark varchar;

create table if not exists feedback (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    "date" date not null, place varchar, partner varchar, programme varchar, indicator varchar, channel varchar,
    sex varchar, age varchar, rating double, "text" varchar, theme varchar, status varchar,
    answered_on date, told_back boolean, consent boolean
);

create table if not exists activities (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    partner varchar, activity varchar, sector varchar, place varchar, "start" date, "end" date,
    people_group varchar, planned double, reached double, status varchar, programme varchar
);

create table if not exists contributions (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    partner varchar, programme varchar, period varchar, period_kind varchar, period_start date, period_end date,
    kind varchar, pledged double, delivered double, currency varchar, valuation varchar
);

create table if not exists survey (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    round varchar, partner varchar, factor varchar, score double, respondent varchar, comment varchar
);
alter table survey add column if not exists respondent varchar;     -- for a store made before there was one

-- one row per upload and statement that so many people in a place need something
create table if not exists needs (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    place varchar, sector varchar, activity varchar, people_group varchar, people double, known_on date, source varchar
);

-- one row per upload and joint fundraising campaign
create table if not exists campaigns (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    code varchar, name varchar, programme varchar, partners varchar, channel varchar, "start" date, "end" date,
    goal double, raised double, donors double, currency varchar
);

-- one row per upload, meeting and partner that took part
create table if not exists participation (
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    "date" date, meeting varchar, partner varchar, people double, speaking_minutes double, decisions double
);

-- one row per decision about an overlap or a gap; the newest about a case counts. Of no upload.
create table if not exists case_decisions (
    decision_id integer not null,
    kind varchar not null,                 -- overlap, gap
    case_key varchar not null,             -- activity, place, group, partners: what stays the same in the next upload
    decision varchar not null,             -- confirmed, dismissed, action, reopened
    reason varchar,
    decided_by varchar,
    decided_at timestamp not null,         -- UTC
    owner varchar,                         -- who takes the action (PIC)
    due date,
    first_day date, last_day date          -- the time that the decision speaks of
);

-- one row per action that a meeting agreed on, with the figure that stood on the wall that day. Of no upload.
create table if not exists actions (
    action_id integer not null,
    what varchar not null, owner varchar not null, due date not null,
    taken_by varchar not null, taken_at timestamp not null,     -- UTC
    indicator varchar, value_then double, unit_then varchar, status_then varchar, period_then varchar,
    programme varchar, partner varchar, place varchar           -- the choice that was shown; null is all
);

-- one row per thing that became of an action: done, dropped, reopened, moved; the newest counts
create table if not exists action_events (
    event_id integer not null, action_id integer not null,
    event varchar not null, note varchar, due date,             -- the new day, where it was moved
    noted_by varchar not null, noted_at timestamp not null      -- UTC
);

-- one row per version of a storyboard (the order of a meeting); the newest of each counts. Of no upload.
create table if not exists storyboards (
    storyboard_id integer not null, version integer not null,
    name varchar not null,
    steps varchar not null,                -- JSON: kind, choices, heading, note of each view; no figures
    is_removed boolean not null,
    changed_by varchar, changed_at timestamp not null           -- UTC
);

-- one row per sentence of a report that somebody wrote otherwise; the newest counts. Of no upload.
create table if not exists report_texts (
    text_id integer not null,
    about varchar not null,                -- programme:AIR, partner:…, funder:…, all
    quarter varchar not null,              -- the newest that had ended on the day of the report
    language varchar not null,
    part varchar not null,                 -- reports.narrative
    text varchar,                          -- null: as it is drafted, again; '' leaves the sentence out
    drafted varchar not null,              -- a sum of the draft that it was written for
    written_by varchar, written_at timestamp not null           -- UTC
);

-- one row per short address: what stands behind the host name, as in meeting?slide=3
create table if not exists short_addresses (
    number integer not null, address varchar not null
);

-- one row per choice of a status scheme for a programme: the newest counts
create table if not exists programme_schemes (
    programme varchar not null,
    scheme varchar not null,               -- definitions/schemes
    chosen_by varchar, chosen_at timestamp not null             -- UTC
);

-- one row per erased feedback entry: where it stood, and no word of what it said
create table if not exists erasures (
    erasure_id integer not null,
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    erased_at timestamp not null,          -- UTC
    erased_by varchar, reason varchar
);

-- one row per kind of erased entry: a salted fingerprint by which it is known again, and how many there were
create table if not exists erased_fingerprints (
    fingerprint varchar not null,
    copies integer not null
);

-- one row: what the fingerprints of this store are salted with
create table if not exists erasure_salt (
    salt varchar not null
);

-- one row per thing that a person did to the themes of an entry: coded, skipped, undone; the newest of a coder counts
create table if not exists feedback_codes (
    code_id integer not null,
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    coder varchar not null,
    coded_at timestamp not null,           -- UTC
    event varchar not null,
    themes varchar,                        -- keys of the codebook, joined by semicolons; null unless coded
    suggested varchar,                     -- what was suggested, if anything
    confidence double,                     -- of the suggestion, 0 to 1
    is_accepted boolean                    -- the suggestion was taken as it was
);

-- one row per decision whether an entry may be quoted: approved or withdrawn; the newest counts
create table if not exists quote_decisions (
    decision_id integer not null,
    upload_id integer not null, sheet varchar not null, row_number integer not null,
    decided_by varchar not null,
    decided_at timestamp not null,         -- UTC
    event varchar not null
);

-- one row per cell that was corrected on the page before an upload was stored: what the file says, and what was taken
create table if not exists upload_corrections (
    upload_id integer not null, sheet varchar not null, cell varchar not null,
    found varchar not null, value varchar not null,
    corrected_by varchar, corrected_at timestamp not null       -- UTC
);

-- one row per target or baseline that an upload changed: before, after, and why; period null is the indicator's own
create table if not exists target_changes (
    upload_id integer not null, indicator varchar not null,
    field varchar not null,                -- target, target_low, target_high, target_date, baseline, baseline_date, zero_start
    period varchar, partner varchar, place varchar, "group" varchar,
    old_value varchar, new_value varchar,  -- as text: figures with a point, dates as 2025-12-31
    reason varchar, note varchar,          -- a word of data/reasons.py, and what was written beside it
    changed_by varchar, changed_at timestamp not null           -- UTC
);

-- one row per report that was sent out: as it was, with what it said in figures. Nothing of it changes, but that the file
-- goes where a person quoted in it is erased.
create table if not exists kept_reports (
    report_id integer not null,
    form varchar not null,                 -- a key of reports/forms.py
    programme varchar, partner varchar, funder varchar,         -- null: all of them
    as_of date not null, language varchar not null, scheme varchar not null,
    figures varchar not null,              -- JSON (metrics/restated.py)
    version varchar not null,              -- of Dampak
    last_event integer not null,           -- of upload_events: all that had happened by then
    file_name varchar not null, sha256 varchar not null, size_bytes bigint not null, content blob,
    quoted varchar[] not null,             -- md5 of every voice that it may quote
    sent_to varchar, kept_by varchar,
    kept_at timestamp not null             -- UTC
);

-- one row per sheet whose reading somebody chose, when the file was stored; the newest for a shape counts
create table if not exists remembered_mappings (
    mapping_id integer not null,
    shape varchar not null,                -- data/shapes.py
    sheet varchar not null,
    mapping varchar not null,              -- TOML, the form of data/mapping.py
    upload_id integer not null,
    chosen_by varchar, chosen_at timestamp not null             -- UTC
);

-- The roll-up, rebuilt for the indicators an upload touches, in the same transaction.
-- one row per indicator, scope (which of partner, place, group are told apart), unit and period;
-- period null is the whole life of the indicator. Made by rollups/scope_*.sql.
create table if not exists rollup_periods (
    indicator varchar not null,
    by_partner boolean not null, by_place boolean not null, by_group boolean not null,
    partner varchar, place varchar, "group" varchar,
    period varchar, period_kind varchar, period_start date, period_end date,
    is_target_period boolean not null,     -- somebody set a target for this period
    is_report_period boolean not null,     -- a period that reports are due for
    target double, target_units integer,
    actual double, numerator double, denominator double,
    actual_period varchar, actual_end date,
    is_mixed boolean not null,             -- over_time or over_units `none` met several figures: no single actual
    reports integer not null,              -- units that reported in this period
    units_due integer not null,            -- units that a report is due from in this period
    is_not_applicable boolean not null,    -- every unit wrote n.a.
    figures integer, parts integer         -- units whose figure, or numerator and denominator, is joined; null: none told
);
alter table rollup_periods add column if not exists figures integer;    -- for a store made before there were
alter table rollup_periods add column if not exists parts integer;

-- What lets an upload be rolled up in part (rollup_part.py): the calendar of each indicator …
create table if not exists rollup_spans (
    indicator varchar not null, period varchar,     -- null: the whole life
    period_kind varchar, period_start date, period_end date,
    is_target_period boolean not null, is_report_period boolean not null,
    results bigint not null                         -- reports that came, of all units
);

-- … its units, numbered …
create table if not exists rollup_members (
    by_group boolean not null, unit integer not null, indicator varchar not null,
    partner varchar, place varchar, "group" varchar,
    first_day date not null, has_reported boolean not null, is_reporter boolean not null
);

-- … and what each unit reached in the periods that join several reports
create table if not exists rollup_units (
    unit integer not null, indicator varchar not null, period varchar, actual_period varchar,
    numerator double, denominator double, value double,
    is_mixed boolean not null, reports_inside bigint not null, is_not_applicable boolean not null,
    figures integer, parts integer                  -- how many were joined, how many of them with numerator and denominator
);
-- For a store made before they were counted: what was kept is forgotten, and the next upload makes it whole.
alter table rollup_units add column if not exists figures integer;
alter table rollup_units add column if not exists parts integer;
delete from rollup_spans where indicator in (select indicator from rollup_units where figures is null);

-- Who said a short answer (`ya`, fewer than four words, or none), as far as it is told; null of a longer one, which
-- hardly two people word alike.
create or replace macro feedback_who(said, sex, age) as
    case when coalesce(len(string_split_regex(trim(said), '\s+')), 0) < 4
         then nullif(concat_ws(' ', lower(trim(sex)), lower(trim(age))), '') end;

-- The same entry in two uploads is one: what it is told by, in one word. Equal rows of one file are different people:
-- `nth` is 1 for the first of them.
create or replace macro feedback_entry("day", place, partner, channel, said, who, nth) as
    md5(concat_ws(chr(31), "day"::varchar, coalesce(place, ''), coalesce(partner, ''), coalesce(channel, ''), coalesce(said, ''),
        'who ' || who, nullif(nth, 1)::varchar));

-- one row per stored feedback row, with the entry that it tells
create or replace view told_feedback as
with known as (select *, feedback_who("text", sex, age) as who from feedback),
numbered as (
    select *, row_number() over (
        partition by upload_id, "date", place, partner, channel, "text", who order by sheet, row_number) as nth
    from known
)
select * exclude (who, nth), feedback_entry("date", place, partner, channel, "text", who, nth) as entry
from numbered;

-- one row per live upload
create or replace view live_uploads as
with last_event as (
    select upload_id, arg_max(event, event_id) as event
    from upload_events
    group by upload_id
)
select uploads.*
from uploads
join last_event using (upload_id)
where last_event.event <> 'undone';

-- one row per programme: the newest live upload's
create or replace view current_programmes as
select * from programmes
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by code order by upload_id desc, row_number desc) = 1;

-- one row per partner
create or replace view current_partners as
select * from partners
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by code order by upload_id desc, row_number desc) = 1;

-- one row per indicator
create or replace view current_indicators as
select * from indicators
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by code order by upload_id desc, row_number desc) = 1;

-- one row per place
create or replace view current_places as
select * from places
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by place order by upload_id desc) = 1;

-- one row per indicator, period and unit: the newest live upload's target; a blank supersedes nothing
create or replace view current_targets as
with newest as (
    select * from targets
    where (value is not null or mark is not null) and upload_id in (select upload_id from live_uploads)
    qualify row_number() over (
        partition by indicator, period, partner, place, "group" order by upload_id desc, row_number desc) = 1
)
select * from newest where mark is null;

-- one row per indicator, period and unit: the newest live upload's result. A blank supersedes nothing.
create or replace view current_results as
select * from results
where (value is not null or numerator is not null or mark is not null)
  and upload_id in (select upload_id from live_uploads)
qualify row_number() over (
    partition by indicator, period, partner, place, "group" order by upload_id desc, row_number desc) = 1;

-- one row per feedback entry; the same entry in two uploads counts once. A short answer of which a file does not tell
-- who gave it is one of those that other files tell with sex or age, as many as there are: they agree in what is given.
create or replace view current_feedback as
with live as (
    select *, feedback_who("text", sex, age) as who,
        feedback_entry("date", place, partner, channel, "text", null, 1) as said
    from told_feedback
    where upload_id in (select upload_id from live_uploads)
),
newest as (
    select *, list(upload_id) over (partition by entry) as told_by
    from live
    qualify row_number() over (partition by entry order by upload_id desc) = 1
),
unnamed as (
    select *, row_number() over (partition by said order by entry) as nth
    from newest
    where who is null
),
told_elsewhere as (
    select unnamed.entry
    from unnamed
    join newest as named using (said)
    where named.who is not null and not list_has_any(named.told_by, unnamed.told_by)
    group by unnamed.entry, unnamed.nth
    having unnamed.nth <= count(*)
)
select * exclude (who, said, told_by)
from newest
anti join told_elsewhere using (entry);

-- one row per entry, coder: what the coder said last, on whichever upload of the entry; an undone or skipped one says nothing
create or replace view current_codes as
with keyed as (
    select feedback_codes.*, told_feedback.entry
    from feedback_codes
    join told_feedback using (upload_id, sheet, row_number)
)
select * from keyed
qualify row_number() over (partition by entry, coder order by code_id desc) = 1 and event = 'coded';

-- one row per entry that a person approved as a quote
create or replace view approved_quotes as
with keyed as (
    select quote_decisions.*, told_feedback.entry
    from quote_decisions
    join told_feedback using (upload_id, sheet, row_number)
)
select * from keyed
qualify row_number() over (partition by entry order by decision_id desc) = 1 and event = 'approved';

-- one row per activity row that a newer upload tells of another day: it was moved. The n-th day that is gone became the
-- n-th that is new; only where the newer upload repeats at least half of what the older one says of the partner, or where
-- each of the two knows one day and the work was not done yet. Quarterly lists of the same work leave each other alone.
create or replace view moved_activities as
with
live as (
    select *, concat_ws(chr(31), partner, activity, coalesce(place, ''), coalesce(people_group, '')) as what
    from activities
    where upload_id in (select upload_id from live_uploads)
),
days as (select distinct upload_id, partner, what, "start" from live),
-- of a list that comes every month only what no later one repeats can have been moved
last_told as (
    select * from days
    qualify upload_id = max(upload_id) over (partition by what, "start") and upload_id < max(upload_id) over (partition by what)
),
met as (
    select distinct old.upload_id as old_upload, new.upload_id as new_upload, old.partner, what
    from last_told as old join days as new using (what) where new.upload_id > old.upload_id
),
compared as (select distinct old_upload, new_upload, partner from met),
repeated as (
    select old_upload, new_upload, compared.partner, count(*) as days
    from compared
    join days as old on old.upload_id = old_upload and old.partner = compared.partner
    join days as new on new.upload_id = new_upload and new.what = old.what and new."start" is not distinct from old."start"
    group by all
),
told as (select upload_id, partner, count(*) as days from days group by all),
sides as (
    select met.*, is_new, days."start",
        (select count(*) from days as same where same.upload_id = days.upload_id and same.what = met.what) as told_days
    from met
    cross join (values (false), (true)) as side(is_new)
    join days on days.what = met.what and days.upload_id = case when is_new then new_upload else old_upload end
    where not exists (
        select 1 from days as other
        where other.what = met.what and other."start" is not distinct from days."start"
          and other.upload_id = case when is_new then old_upload else new_upload end)
),
numbered as (
    select *, row_number() over (partition by old_upload, new_upload, what, is_new order by "start") as nth from sides
)
select distinct live.upload_id, live.sheet, live.row_number
from numbered as gone
join numbered as came using (old_upload, new_upload, what, nth)
join live on live.upload_id = gone.old_upload and live.what = gone.what and live."start" is not distinct from gone."start"
join told on told.upload_id = gone.old_upload and told.partner = gone.partner
left join repeated on repeated.old_upload = gone.old_upload and repeated.new_upload = gone.new_upload
    and repeated.partner = gone.partner
where not gone.is_new and came.is_new
  and (2 * coalesce(repeated.days, 0) >= told.days
       or (gone.told_days = 1 and came.told_days = 1 and live.status is distinct from 'done'));

-- one row per activity
create or replace view current_activities as
select * from activities
where upload_id in (select upload_id from live_uploads)
  and (upload_id, sheet, row_number) not in (select (upload_id, sheet, row_number) from moved_activities)
qualify row_number() over (
    partition by partner, activity, place, "start", people_group order by upload_id desc, row_number desc) = 1;

-- one row per partner, programme, period and kind
create or replace view current_contributions as
select * from contributions
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (
    partition by partner, programme, period, kind, currency, valuation order by upload_id desc, row_number desc) = 1;

-- one row per round, partner, respondent and factor
create or replace view current_survey as
select * from survey
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by round, partner, factor, respondent order by upload_id desc, row_number desc) = 1;

-- one row per place, sector, activity and people group: the newest live upload's need
create or replace view current_needs as
select * from needs
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (
    partition by place, sector, activity, people_group order by upload_id desc, row_number desc) = 1;

-- one row per campaign
create or replace view current_campaigns as
select * from campaigns
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by code order by upload_id desc, row_number desc) = 1;

-- one row per meeting and partner
create or replace view current_participation as
select * from participation
where upload_id in (select upload_id from live_uploads)
qualify row_number() over (partition by "date", meeting, partner order by upload_id desc, row_number desc) = 1;
