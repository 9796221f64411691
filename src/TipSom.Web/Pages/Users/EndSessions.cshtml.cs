using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>Ends every session of the account, on every portal, with the next request. The person is told.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class EndSessionsModel(TipSomDbContext db, KeptAccounts accounts) : AccountPageModel(db)
{
    public void OnGet()
    {
        // The account was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await accounts.EndSessionsAsync(Id, ct);
        return Done(AccountNotice.SessionsEnded);
    }
}
