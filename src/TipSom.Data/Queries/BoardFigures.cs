using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>Where it takes long, where places are free, and what was missing. Each figure in one statement.</summary>
public static class BoardFigures
{
    /// <summary>How long each stage took for referrals sent since a moment, and the places where it took longest.</summary>
    public static async Task<StageTimes> StageTimesAsync(this TipSomDbContext db, BoardScope scope, DateTimeOffset since, CancellationToken ct)
    {
        var (province, provider) = (scope.Province, scope.ProviderId);
        var rows = await db.Database.SqlQuery<StageTime>($"""
            select place as "Place", name_en as "NameEn", name_ur as "NameUr", stage as "Stage", count as "Count", declined as "Declined",
                median as "Median", nine_in_ten as "NineInTen"
            from security.stage_times({province}, {provider}, {since})
            """).ToListAsync(ct);
        return new StageTimes(
            [.. StageTimes.Stages.Select(s => rows.Single(r => r.Place is null && r.Stage == s))],
            rows.Single(r => r.Place is null && r.Stage == "SentToAnswered"),
            [.. rows.Where(r => r.Place is not null)]);
    }

    /// <summary>Places by province and group. A service that takes several groups counts under each; one not confirmed of late counts apart.</summary>
    public static Task<List<PlacesRow>> BoardPlacesAsync(this TipSomDbContext db, BoardScope scope, DateTimeOffset now, CancellationToken ct)
    {
        var (province, provider, fresh) = (scope.Province, scope.ProviderId, now - ProviderService.PlacesGoStaleAfter);
        return db.Database.SqlQuery<PlacesRow>($"""
            select p.name_en as "NameEn", p.name_ur as "NameUr", g as "GroupName",
                coalesce(sum(s.places_total) filter (where s.places_confirmed_at >= {fresh}), 0)::int as "Total",
                coalesce(sum(s.places_free) filter (where s.places_confirmed_at >= {fresh}), 0)::int as "Free",
                (count(*) filter (where s.places_confirmed_at >= {fresh}))::int as "Known",
                (count(*) filter (where coalesce(s.places_confirmed_at < {fresh}, true)))::int as "Unknown"
            from casework.provider_services s cross join unnest(s.groups) g
                join reference.districts d on d.code = s.district_code join reference.provinces p on p.code = d.province_code
            where s.stopped_at is null and (s.service = 'Shelter' or s.places_total is not null)
                and ({province}::text is null or p.code = {province}) and ({provider}::uuid is null or s.agency_id = {provider})
            group by p.code, p.name_en, p.name_ur, p.sort_order, g
            order by p.sort_order
            """).ToListAsync(ct);
    }

    /// <summary>Needs of a period for which there was no place, by district and service, the most first.</summary>
    public static Task<List<GapRow>> BoardGapsAsync(this TipSomDbContext db, BoardScope scope, DateTimeOffset since, CancellationToken ct)
    {
        var province = scope.Province;
        return (
                from g in db.ServiceGaps.Where(g => g.At >= since && (province == null || g.ProvinceCode == province))
                    .GroupBy(g => new { g.DistrictCode, g.Service })
                    .Select(g => new { g.Key.DistrictCode, g.Key.Service, Count = g.Count() })
                join d in db.Districts on g.DistrictCode equals d.Code
                orderby g.Count descending, d.Code, g.Service
                select new GapRow(d.Code, d.NameEn, d.NameUr, g.Service, g.Count))
            .ToListAsync(ct);
    }
}

/// <summary>How long a stage took, in hours; the hours are null where there was none.</summary>
/// <param name="Place">Kind of place the times are of: Province, Provider or Station; null: all.</param>
/// <param name="NameEn">Name of the place in English.</param>
/// <param name="NameUr">Name of the place in Urdu.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Count">How many passed it.</param>
/// <param name="Declined">How many of the answers were no.</param>
/// <param name="Median">Half took at most so long.</param>
/// <param name="NineInTen">Nine in ten took at most so long.</param>
public sealed record StageTime(string? Place, string? NameEn, string? NameUr, string Stage, int Count, int Declined, double? Median, double? NineInTen);

/// <summary>The stages, the whole time to an answer, and the slowest places.</summary>
public sealed record StageTimes(IReadOnlyList<StageTime> ByStage, StageTime Answers, IReadOnlyList<StageTime> Slowest)
{
    /// <summary>In the order in which a referral passes them.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["LoggedToSent", "SentToSeen", "SeenToAnswered", "AnsweredToArrived"];

    /// <summary>The stage with the longest median.</summary>
    public StageTime? Longest => ByStage.Where(s => s.Median is not null).MaxBy(s => s.Median);

    /// <summary>Declined in a hundred answers; null where there was none.</summary>
    public int? DeclinedPercent => Answers.Count == 0 ? null : (int)Math.Round(100.0 * Answers.Declined / Answers.Count, MidpointRounding.AwayFromZero);
}

/// <summary>Places of a group in a province: those of services confirmed of late, and how many services were not.</summary>
public sealed record PlacesRow(string NameEn, string NameUr, string GroupName, int Total, int Free, int Known, int Unknown)
{
    /// <summary>The group.</summary>
    public VictimGroup Group => Enum.Parse<VictimGroup>(GroupName);
}

/// <summary>Needs without a place in a district.</summary>
public sealed record GapRow(string DistrictCode, string NameEn, string NameUr, ServiceType Service, int Count);
