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
    /// own province before farther, more free places before fewer.
    /// </summary>
    public static async Task<IReadOnlyList<ProviderFit>> MatchAsync(
        this TipSomDbContext db, PlacementRequest request, Consent? consent, DateTimeOffset now, CancellationToken ct,
        IReadOnlyCollection<Guid>? onlyServices = null)
    {
        var services = await db.ProviderServices.AsNoTracking()
            .Where(s => onlyServices == null ? s.Service == request.Service : onlyServices.Contains(s.Id))
            .ToListAsync(ct);
        var providers = services.Select(s => s.AgencyId).Distinct().ToList();
        var agreements = await db.Agreements.AsNoTracking().Where(a => providers.Contains(a.ProviderAgencyId)).ToListAsync(ct);
        var day = PakistanTime.DayOf(now);
        return
        [
            .. services.Select(s => ProviderFit.Judge(s, agreements, request, consent, day, now))
                .OrderBy(f => f.Problems.Count)
                .ThenBy(f => f.Service.DistrictCode == request.DistrictCode ? 0 : f.Service.DistrictCode.StartsWith(request.ProvinceCode + "-", StringComparison.Ordinal) ? 1 : 2)
                .ThenByDescending(f => f.Service.KnownFreePlaces(now) ?? 0)
        ];
    }

    /// <summary>The clocks in force.</summary>
    public static async Task<ReferralClocks> ReferralClocksAsync(this TipSomDbContext db, CancellationToken ct) =>
        new(await db.ClockRules.AsNoTracking().ToDictionaryAsync(r => (r.Urgency, r.Step), r => r.Allowed, ct));

    /// <summary>The province of a district.</summary>
    public static Task<string> ProvinceOfAsync(this TipSomDbContext db, string districtCode, CancellationToken ct) =>
        db.Districts.Where(d => d.Code == districtCode).Select(d => d.ProvinceCode).SingleAsync(ct);
}
