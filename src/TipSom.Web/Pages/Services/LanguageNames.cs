using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Services;

/// <summary>The languages of the code list, in the reader's language.</summary>
public static class LanguageNames
{
    private const string List = "language_iso639_3";

    public static async Task<IReadOnlyDictionary<string, string>> LanguageNamesAsync(this TipSomDbContext db, CancellationToken ct) =>
        (await db.CodeList.AsNoTracking().Where(l => l.List == List).ToListAsync(ct)).ToDictionary(l => l.Code, l => l.LabelIn(CultureInfo.CurrentUICulture));

    public static async Task<IReadOnlyList<Choice>> LanguageChoicesAsync(this TipSomDbContext db, CancellationToken ct) =>
    [
        .. (await db.CodeList.AsNoTracking().Where(l => l.List == List && l.IsOffered).OrderBy(l => l.SortOrder).ToListAsync(ct))
            .Select(l => new Choice(l.Code, l.LabelIn(CultureInfo.CurrentUICulture)))
    ];
}
