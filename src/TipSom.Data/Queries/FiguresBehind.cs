using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>What stands behind the figures counted from the records, as far as the reader sees the cases; names nobody.</summary>
public static class FiguresBehind
{
    /// <summary>The persons behind a figure in the cases that the reader sees.</summary>
    /// <param name="db">As the reader.</param>
    /// <param name="year">The year.</param>
    /// <param name="law">TIP or SOM.</param>
    /// <param name="agency">Who identified them; null for everybody.</param>
    /// <param name="mark">What they are counted under, as dimension=value; null for everybody.</param>
    /// <param name="group">Their group; null for all.</param>
    /// <param name="stage">How far care came at least.</param>
    public static IQueryable<CountedPerson> CountedPeople(
        this TipSomDbContext db, ReportYear year, string law, Guid? agency, string? mark, PersonGroup? group, int stage)
    {
        var (from, to, kind, of) = (year.From, year.To, year.Kind.ToString(), group?.ToString());
        return db.Database.SqlQuery<CountedPerson>($"""
            select p.victim_id as "VictimId", p.case_id as "CaseId", p.identified_on as "IdentifiedOn", p.stage as "Stage"
            from statistics.people p
            where p.law = {law} and p.identified_on between {from} and {to} and {kind} = any (p.counted) and p.stage >= {stage}
                and ({agency}::uuid is null or p.authority_id = {agency})
                and ({of}::text is null or p.person_group = {of}) and ({mark}::text is null or p.marks @> array[{mark}::text])
            """);
    }

    /// <summary>The referrals behind a figure in the cases that the reader sees.</summary>
    /// <param name="db">As the reader.</param>
    /// <param name="year">In which they were sent.</param>
    /// <param name="law">TIP or SOM.</param>
    /// <param name="agency">Who sent them; null for everybody.</param>
    /// <param name="mark">What they are counted under, as dimension=value; null for all.</param>
    /// <param name="group">The group of the person; null for all.</param>
    /// <param name="first">Only the first of each person that was not withdrawn: the figure is of persons.</param>
    public static IQueryable<CountedReferral> CountedReferrals(
        this TipSomDbContext db, ReportYear year, string law, Guid? agency, string? mark, PersonGroup? group, bool first)
    {
        var (from, to, kind, of) = (year.From, year.To, year.Kind.ToString(), group?.ToString());
        return db.Database.SqlQuery<CountedReferral>($"""
            select r.referral_id as "ReferralId", r.sent_on as "SentOn"
            from statistics.referrals r
            where r.law = {law} and r.sent_on between {from} and {to} and (not {first} or {kind} = any (r.counted))
                and ({agency}::uuid is null or r.authority_id = {agency})
                and ({of}::text is null or r.person_group = {of}) and ({mark}::text is null or r.marks @> array[{mark}::text])
            """);
    }

    /// <summary>The acts of law enforcement behind a figure in the cases whose investigation the reader sees.</summary>
    /// <param name="db">As the reader.</param>
    /// <param name="year">In which they were done.</param>
    /// <param name="figure">An indicator by law and kind.</param>
    /// <param name="agency">Who holds the case; null for everybody.</param>
    public static IQueryable<CountedAct> CountedActs(this TipSomDbContext db, ReportYear year, FigureCell figure, Guid? agency)
    {
        var (from, to, kind, indicator) = (year.From, year.To, year.Kind.ToString(), figure.Indicator.ToString());
        var (law, exploitation) = (figure.Category.Split('-')[0], figure.Category.Split('-')[^1]);
        return db.Database.SqlQuery<CountedAct>($"""
            select e.case_id as "CaseId", e.subject_id as "SubjectId", e.day as "Day"
            from statistics.enforcement e
            where e.indicator = {indicator} and e.act = {law} and e.kind = {exploitation} and e.day between {from} and {to} and {kind} = any (e.counted)
                and ({agency}::uuid is null or e.authority_id = {agency})
            """);
    }
}

/// <summary>A person behind a figure.</summary>
public sealed record CountedPerson(Guid VictimId, Guid CaseId, DateOnly IdentifiedOn, short Stage);

/// <summary>A referral behind a figure.</summary>
public sealed record CountedReferral(Guid ReferralId, DateOnly SentOn);

/// <summary>An investigation, a charge or a conviction behind a figure.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="SubjectId">The suspect; the case itself for an investigation.</param>
/// <param name="Day">The day that decides the year.</param>
public sealed record CountedAct(Guid CaseId, Guid SubjectId, DateOnly Day);
