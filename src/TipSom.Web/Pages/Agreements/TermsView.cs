using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Terms with the names of those they bind and of the places they cover.</summary>
public sealed record TermsView(
    AgreementTerms Terms, BilingualName Provider, BilingualName Lead, IReadOnlyList<BilingualName> Referring,
    IReadOnlyList<BilingualName> Provinces, IReadOnlyList<BilingualName> Districts)
{
    /// <summary>Looks the names up, for all of them at once.</summary>
    public static async Task<IReadOnlyList<TermsView>> OfAsync(TipSomDbContext db, IReadOnlyCollection<AgreementTerms> all, CancellationToken ct)
    {
        var agencyIds = all.SelectMany(t => t.ReferringAgencyIds.Append(t.LeadAgencyId).Append(t.ProviderAgencyId)).Distinct().ToList();
        var agencies = await db.Agencies.Where(a => agencyIds.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new BilingualName(a.NameEn, a.NameUr), ct);
        var districtCodes = all.SelectMany(t => t.DistrictCodes).Distinct().ToList();
        // The few provinces and the districts named, in one statement.
        var places = await db.Provinces.Select(p => new { p.Code, p.NameEn, p.NameUr, p.SortOrder })
            .Concat(db.Districts.Where(d => districtCodes.Contains(d.Code)).Select(d => new { d.Code, d.NameEn, d.NameUr, SortOrder = 0 }))
            .OrderBy(p => p.SortOrder).ThenBy(p => p.NameEn)
            .ToListAsync(ct);
        return
        [
            .. all.Select(t => new TermsView(
                t, agencies[t.ProviderAgencyId], agencies[t.LeadAgencyId],
                [.. t.ReferringAgencyIds.Where(agencies.ContainsKey).Select(id => agencies[id])], Named(t.ProvinceCodes), Named(t.DistrictCodes)))
        ];

        List<BilingualName> Named(IReadOnlyCollection<string> codes) =>
            [.. places.Where(p => codes.Contains(p.Code)).Select(p => new BilingualName(p.NameEn, p.NameUr))];
    }
}
