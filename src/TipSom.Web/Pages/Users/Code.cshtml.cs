using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>
/// Gives the code by which somebody begins, or sets a new password, and shows it this once. A repeated post makes another, and the one before
/// is worth nothing.
/// </summary>
[RequirePermission(Permission.KeepPeople), StepUp, RepeatIsHarmless]
public sealed class CodeModel(TipSomDbContext db, AccountCodes codes, CurrentUser user, TimeProvider clock) : AccountPageModel(db)
{
    public string? Code { get; private set; }

    public DateTimeOffset GoodUntil { get; private set; }

    public AccountCodeKind Kind => Account.HasCome ? AccountCodeKind.Recovery : AccountCodeKind.Invitation;

    public void OnGet()
    {
        // Nothing is given before it is asked for.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await Db.Users.AsNoTracking().SingleAsync(u => u.Id == Id, ct);
        Code = await codes.IssueAsync(person, Kind, user.Actor, ct);
        GoodUntil = clock.GetUtcNow() + (Account.HasCome ? AccountCodes.RecoveryLasts : AccountCodes.InvitationLasts);
        return Page();
    }
}
