using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Consents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Data.Queries;

/// <summary>Which providers fit a request, which do not, and why.</summary>
public static class ProviderMatches
{
    /// <summary>
    /// Judges every provider that offers the service, or only <paramref name="onlyServices"/>: those that fit first, own district before
    /// own province before farther, known free places before unknown and more before fewer, then who answers sooner.
    /// </summary>
    public static async Task<IReadOnlyList<ProviderFit>> MatchAsync(
        this TipSomDbContext db, PlacementRequest request, Consent? consent, DateTimeOffset now, CancellationToken ct,
        IReadOnlyCollection<Guid>? onlyServices = null)
    {
        var offers = onlyServices is { } only ? await OnlyAsync(db, only, ct) : await OffersAsync(db, request.Service, ct);
        var providers = offers.Select(o => o.Service.AgencyId).Distinct().ToList();
        var agreements = await db.Agreements.AsNoTracking().Where(a => providers.Contains(a.ProviderAgencyId)).ToListAsync(ct);
        var day = PakistanTime.DayOf(now);
        return
        [
            .. offers.Select(o => ProviderFit.Judge(o.Service, agreements, request, consent, day, now) with { Answers = o.Answers })
                .OrderBy(f => f.Problems.Count)
                .ThenBy(f => f.Service.DistrictCode == request.DistrictCode ? 0 : f.Service.DistrictCode.StartsWith(request.ProvinceCode + "-", StringComparison.Ordinal) ? 1 : 2)
                .ThenBy(f => f.Service.KnownFreePlaces(now) is null ? 1 : 0)
                .ThenByDescending(f => f.Service.KnownFreePlaces(now))
                .ThenBy(f => f.Answers?.Known ?? TimeSpan.MaxValue)
                .ThenBy(f => f.Service.Id)
        ];
    }

    // What is no longer offered is not looked at; asked for by its id it is judged, and says so.
    private static async Task<List<Offer>> OffersAsync(TipSomDbContext db, ServiceType service, CancellationToken ct)
    {
        var name = service.ToString();
        var found = await (
                from s in db.ProviderServices.AsNoTracking()
                where s.Service == service && s.StoppedAt == null && db.Agencies.Any(a => a.Id == s.AgencyId && a.IsActive)
                from t in db.AnswerTimes(name).Where(t => t.ProviderServiceId == s.Id).DefaultIfEmpty()
                select new { Service = s, Median = (double?)t.MedianSeconds, Answers = (int?)t.Answers })
            .ToListAsync(ct);
        return [.. found.Select(f => new Offer(f.Service, f.Median is { } median ? new AnswerTime(TimeSpan.FromSeconds(median), f.Answers!.Value) : null))];
    }

    private static async Task<List<Offer>> OnlyAsync(TipSomDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.ProviderServices.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).Select(s => new Offer(s, null))];

    private sealed record Offer(ProviderService Service, AnswerTime? Answers);

    /// <summary>The clocks in force.</summary>
    public static async Task<ReferralClocks> ReferralClocksAsync(this TipSomDbContext db, CancellationToken ct) =>
        new(await db.ClockRules.AsNoTracking().ToDictionaryAsync(r => (r.Urgency, r.Step), r => r.Allowed, ct));

    /// <summary>The province of a district.</summary>
    public static Task<string> ProvinceOfAsync(this TipSomDbContext db, string districtCode, CancellationToken ct) =>
        db.Districts.Where(d => d.Code == districtCode).Select(d => d.ProvinceCode).SingleAsync(ct);
}
