using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Web.Localisation;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>The districts that forms offer, by province.</summary>
public static class DistrictChoices
{
    /// <param name="kept">One chosen before, which may be offered no more.</param>
    public static async Task<IReadOnlyList<Choice>> DistrictChoicesAsync(this TipSomDbContext db, CancellationToken ct, string? kept = null)
    {
        var offered = await (
                from d in db.Districts
                join p in db.Provinces on d.ProvinceCode equals p.Code
                where d.IsOffered || d.Code == kept
                orderby p.SortOrder, d.NameEn
                select new { d.Code, Name = new BilingualName(d.NameEn, d.NameUr), Province = new BilingualName(p.NameEn, p.NameUr) })
            .ToListAsync(ct);
        return [.. offered.Select(d => new Choice(d.Code, d.Name.Here, Group: d.Province.Here))];
    }
}
