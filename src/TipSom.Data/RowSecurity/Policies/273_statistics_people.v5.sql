-- A band of years as pages show it; the same as the program's.
create function statistics.age_band(years integer) returns text
    language sql immutable parallel safe
    return case when years is null then 'Unknown' when years < 12 then 'Under12' when years < 18 then 'From12To17' when years < 25 then 'From18To24'
        when years < 35 then 'From25To34' when years < 60 then 'From35To59' else 'From60' end;

-- The national partition (counting rule 2): age decides first, and what is missing is shown.
create function statistics.group_of(sex text, years integer) returns text
    language sql immutable parallel safe
    return case when years is null then 'Unknown' when years < 18 then 'Children' when sex = 'Female' then 'Women' when sex = 'Male' then 'Men'
        when sex = 'Transgender' then 'Transgender' else 'Unknown' end;

-- The groups of the global report (counting rule 3).
create function statistics.global_group_of(sex text, years integer) returns text
    language sql immutable parallel safe
    return case when years is null or sex not in ('Female', 'Male') then 'Unknown'
        when years < 18 then case sex when 'Female' then 'Girls' else 'Boys' end else case sex when 'Female' then 'Women' else 'Men' end end;

-- What somebody is counted under beside the group. A place is the first of its kind on the route; of several records of what happened, the latest.
create view statistics.marks_of_people with (security_invoker = true) as
    select v.id as victim_id, array_cat(
        array[
            'sex=' || v.sex, 'age=' || statistics.age_band(v.age_years), 'global=' || statistics.global_group_of(v.sex, v.age_years),
            'citizenship=' || coalesce(v.citizenship_code, 'Unknown'), 'border=' || c.border,
            'month=' || to_char(coalesce(c.found_on, (c.logged_at at time zone 'Asia/Karachi')::date), 'MM'),
            'found=' || c.district_code, 'found-province=' || d.province_code,
            'exploited=' || coalesce(x.district_code, nullif(x.country_code, 'PK'), 'Unknown'),
            'exploited-province=' || coalesce(xd.province_code, case when x.country_code <> 'PK' then 'Abroad' end, 'Unknown'),
            'origin=' || coalesce(o.district_code, nullif(o.country_code, 'PK'), 'Unknown'),
            'origin-province=' || coalesce(od.province_code, case when o.country_code <> 'PK' then 'Abroad' end, 'Unknown'),
            'sector=' || coalesce(e.industry_code, 'Unknown'), 'forced-labour=' || case when e.is_forced_labour then 'Yes' else 'No' end],
        -- "Not yet known" and nothing said are the same.
        coalesce((select array_agg('form=' || case t when 'UNK' then 'Unknown' else t end) from unnest(e.types) t), array['form=Unknown'])) as marks
    from casework.victims v join casework.cases c on c.id = v.case_id join reference.districts d on d.code = c.district_code
        left join lateral (
            select r.country_code::text, r.district_code::text from casework.route_places r
            where r.victim_id = v.id and r.stage = 'Exploitation' and r.removed_at is null order by r.rank, r.id limit 1) x on true
        left join reference.districts xd on xd.code = x.district_code
        left join lateral (
            select r.country_code::text, r.district_code::text from casework.route_places r
            where r.victim_id = v.id and r.stage = 'Recruitment' and r.removed_at is null order by r.rank, r.id limit 1) o on true
        left join reference.districts od on od.code = o.district_code
        left join lateral (
            select w.industry_code::text, w.is_forced_labour, w.types from casework.exploitation_records w
            where w.victim_id = v.id order by w.version desc limit 1) e on true;
revoke all on statistics.marks_of_people from public;
revoke all on function statistics.age_band(integer), statistics.group_of(text, integer), statistics.global_group_of(text, integer) from public;
