using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.RowSecurity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages;

/// <summary>The language switch of the header: remembers the choice, in the profile too where somebody is signed in, and returns to the same page.</summary>
[AllowAnonymous, RepeatIsHarmless]
public sealed class LanguageModel(TipSomDbContext db, SessionUser user) : PageModel
{
    [BindProperty]
    public string? Culture { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Cultures.Find(Culture) is not { } chosen)
            return BadRequest();
        Language.Remember(HttpContext, chosen.Name);
        if (user.UserId is { } id)
            await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Culture, chosen.Name), ct);
        return LocalRedirect(WithoutCulture(Url.OwnPage(ReturnUrl)));
    }

    // A ?culture= left in the address would win over the choice just made.
    private static string WithoutCulture(string url)
    {
        var (path, query) = url.Split('?', 2) is [var p, var q] ? (p, q) : (url, "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("culture=", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return kept.Length == 0 ? path : $"{path}?{string.Join('&', kept)}";
    }
}
