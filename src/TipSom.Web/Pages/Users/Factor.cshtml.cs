using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>
/// Voids every second factor at once and gives the code by which the person sets up another, shown this once. Of a national role it is
/// proposed first, and another national administrator does it.
/// </summary>
[RequirePermission(Permission.KeepPeople), StepUp, RepeatIsHarmless]
public sealed class FactorModel(TipSomDbContext db, KeptAccounts accounts, AccountCodes codes, CurrentUser user, TimeProvider clock) : AccountPageModel(db)
{
    public string? Code { get; private set; }

    public DateTimeOffset GoodUntil { get; private set; }

    /// <summary>Whether this only proposes it.</summary>
    public bool Proposes { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var since = clock.GetUtcNow() - AccountCodes.RecoveryLasts;
        Proposes = Account.Role.IsNational() && !await Db.RoleProposals.AnyAsync(
            p => p.UserId == Id && p.Kind == RoleProposalKind.Recover && p.IsConfirmed == true && p.DecidedById == user.Id && p.DecidedAt > since, ct);
        return null;
    }

    public void OnGet()
    {
        // Nothing is taken away before it is asked for.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Proposes)
        {
            await accounts.ProposeRecoveryAsync(Id, ct);
            return LocalRedirect("/admin/users/proposals");
        }

        await accounts.TakeFactorsAsync(Id, ct);
        Code = await codes.IssueAsync(await Db.Users.AsNoTracking().SingleAsync(u => u.Id == Id, ct), AccountCodeKind.LostFactor, user.Actor, ct);
        GoodUntil = clock.GetUtcNow() + AccountCodes.RecoveryLasts;
        return Page();
    }
}
