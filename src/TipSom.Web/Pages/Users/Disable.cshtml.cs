using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>Shuts the account at once, whatever waits for the person: sessions end, and codes for it and from it are void.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class DisableModel(TipSomDbContext db, KeptAccounts accounts) : AccountPageModel(db)
{
    public void OnGet()
    {
        // The account was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await accounts.DisableAsync(Id, ct);
        return Done(AccountNotice.Disabled);
    }
}
