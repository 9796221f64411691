using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Victims;

/// <summary>What the code lists offer, in the reader's language: several lists in one statement.</summary>
public static class CodeChoices
{
    public const string Countries = "country";
    public const string Languages = "language_iso639_3";
    public const string Papers = "id_kind";
    public const string SuspectRoles = "perpetrator_role";

    public static async Task<ILookup<string, Choice>> CodeChoicesAsync(this TipSomDbContext db, CancellationToken ct, params string[] lists) =>
        (await db.CodeList.AsNoTracking().Where(c => lists.Contains(c.List) && c.IsOffered).OrderBy(c => c.SortOrder).ToListAsync(ct))
        .ToLookup(c => c.List, c => new Choice(c.Code, c.LabelIn(CultureInfo.CurrentUICulture)));

    /// <summary>The label of a code, or the code itself where the list no longer has it.</summary>
    public static string NameOf(this IEnumerable<Choice> choices, string code) => choices.FirstOrDefault(c => c.Value == code)?.Label ?? code;

    /// <summary>Whether every code given is offered.</summary>
    public static bool Offer(this IEnumerable<Choice> choices, params IEnumerable<string?> codes) =>
        codes.All(code => code is null || choices.Any(c => c.Value == code));
}
