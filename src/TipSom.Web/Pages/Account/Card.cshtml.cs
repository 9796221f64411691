using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Makes a card of codes and shows it this once. A repeated post makes another, and the one before is worth nothing.</summary>
[AllowAnonymous, SetsUpFactor, RepeatIsHarmless]
public sealed class CardModel(CurrentUser user, BrowserSessions sessions, KnownPlaces places, Factors factors) : FactorPageModel(user, sessions, places)
{
    public IReadOnlyList<string>? Codes { get; private set; }

    public void OnGet()
    {
        // Nothing is made before it is asked for.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await PersonAsync(ct);
        Codes = await factors.NewCardAsync(person, ct);
        await TellAsync(person, ct);
        return Page();
    }
}
