using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>Opens a shut account again.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class EnableModel(TipSomDbContext db, KeptAccounts accounts) : AccountPageModel(db)
{
    public void OnGet()
    {
        // The account was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await accounts.EnableAsync(Id, ct);
        return Done(AccountNotice.Enabled);
    }
}
