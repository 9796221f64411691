using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Stage one as the sender previews it and as the provider reads it: one partial renders both.</summary>
public sealed record NeedsView(NeedsDisclosure Content, BilingualName District, BilingualName? Language)
{
    /// <summary>Looks up the names of the codes it holds.</summary>
    public static async Task<NeedsView> OfAsync(TipSomDbContext db, NeedsDisclosure content, CancellationToken ct) =>
        Of(content, await NamesOf(db, content).SingleAsync(ct));

    public static NeedsView Of(NeedsDisclosure content, NeedsNames names) => new(
        content,
        new BilingualName(names.DistrictEn, names.DistrictUr),
        names.LanguageEn is { } language ? new BilingualName(language, names.LanguageUr ?? language) : null);

    /// <summary>The names as a query of one row, which a page may join to another.</summary>
    public static IQueryable<NeedsNames> NamesOf(TipSomDbContext db, NeedsDisclosure content) =>
        from d in db.Districts
        where d.Code == content.DistrictCode
        from l in db.CodeList.Where(l => l.List == "language_iso639_3" && l.Code == content.LanguageCode).DefaultIfEmpty()
        select new NeedsNames(d.NameEn, d.NameUr, l.LabelEn, l.LabelUr);
}

/// <summary>Names of the codes a stage-one disclosure holds.</summary>
public sealed record NeedsNames(string DistrictEn, string DistrictUr, string? LanguageEn, string? LanguageUr);
