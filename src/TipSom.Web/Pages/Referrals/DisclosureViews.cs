using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Stage one as the sender previews it and as the provider reads it: one partial renders both.</summary>
public sealed record NeedsView(NeedsDisclosure Content, BilingualName District, BilingualName? Language)
{
    /// <summary>Looks up the names of the codes it holds.</summary>
    public static async Task<NeedsView> OfAsync(TipSomDbContext db, NeedsDisclosure content, CancellationToken ct)
    {
        var names = await (
                from d in db.Districts
                where d.Code == content.DistrictCode
                select new
                {
                    d.NameEn,
                    d.NameUr,
                    Language = db.CodeList.Where(l => l.List == "language_iso639_3" && l.Code == content.LanguageCode)
                        .Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault()
                })
            .SingleAsync(ct);
        return new NeedsView(
            content,
            new BilingualName(names.NameEn, names.NameUr),
            names.Language is { } language ? new BilingualName(language.LabelEn, language.LabelUr ?? language.LabelEn) : null);
    }
}
