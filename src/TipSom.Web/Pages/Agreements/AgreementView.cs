using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Agreements;

/// <summary>An agreement with the names of those it binds and of the places it covers.</summary>
public sealed record AgreementView(
    Agreement Agreement, BilingualName Provider, BilingualName Lead, IReadOnlyList<BilingualName> Referring,
    IReadOnlyList<BilingualName> Provinces, IReadOnlyList<BilingualName> Districts, AgreementStanding Standing)
{
    /// <summary>Looks the names up, for all of them at once.</summary>
    public static async Task<IReadOnlyList<AgreementView>> OfAsync(
        TipSomDbContext db, IReadOnlyCollection<Agreement> agreements, DateOnly today, CancellationToken ct)
    {
        var agencyIds = agreements.SelectMany(a => a.ReferringAgencyIds.Append(a.LeadAgencyId).Append(a.ProviderAgencyId)).Distinct().ToList();
        var agencies = await db.Agencies.Where(a => agencyIds.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new BilingualName(a.NameEn, a.NameUr), ct);
        var provinces = await db.Provinces.AsNoTracking().OrderBy(p => p.SortOrder).ToListAsync(ct);
        var districtCodes = agreements.SelectMany(a => a.DistrictCodes).Distinct().ToList();
        var districts = districtCodes.Count == 0 ? [] : await db.Districts.Where(d => districtCodes.Contains(d.Code))
            .ToDictionaryAsync(d => d.Code, d => new BilingualName(d.NameEn, d.NameUr), ct);
        return
        [
            .. agreements.Select(a => new AgreementView(
                a, agencies[a.ProviderAgencyId], agencies[a.LeadAgencyId],
                [.. a.ReferringAgencyIds.Select(id => agencies[id])],
                [.. provinces.Where(p => a.ProvinceCodes.Contains(p.Code)).Select(p => new BilingualName(p.NameEn, p.NameUr))],
                [.. a.DistrictCodes.Where(districts.ContainsKey).Select(code => districts[code])],
                AgreementStanding.Of(a, today)))
        ];
    }
}
