using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Users;

/// <summary>A page on one account: finds it before any handler runs. One that who asks does not keep is not there, and nor is their own.</summary>
public abstract class AccountPageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public KeptAccount Account { get; private set; } = null!;

    public string AccountUrl => $"/admin/users/{Id}";

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var found = await (
                from u in db.Users
                join unit in db.Units on u.UnitId equals unit.Id
                join agency in db.Agencies on u.AgencyId equals agency.Id
                where u.Id == Id && KeptAccounts.Keeps(u.Id)
                select new KeptAccount(
                    u.Id, u.DisplayName, u.UserName!, u.Email, u.UnitId, u.AgencyId, new BilingualName(unit.NameEn, unit.NameUr),
                    new BilingualName(agency.NameEn, agency.NameUr), agency.Kind, u.Role, u.LastSignedInAt, u.DisabledAt, u.PasswordHash != null,
                    !db.Postings.Any(p => p.UserId == u.Id && p.UntilDay == null), KeptAccounts.Posts(u.Id)))
            .AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        Account = found;
        return null;
    }

    protected IActionResult Done(AccountNotice notice) => LocalRedirect($"{AccountUrl}?done={notice}");
}

/// <summary>An account as its administrator sees it.</summary>
/// <param name="HasCome">Whether the person set a password.</param>
/// <param name="HasLeft">Whether no posting goes on.</param>
/// <param name="IsPosted">Whether who looks says where the person works; the national administrator only helps most people back in.</param>
public sealed record KeptAccount(
    Guid Id, string Name, string UserName, string? Email, Guid UnitId, Guid AgencyId, BilingualName Unit, BilingualName Agency, AgencyKind Kind, Role Role,
    DateTimeOffset? LastSignedInAt, DateTimeOffset? DisabledAt, bool HasCome, bool HasLeft, bool IsPosted);

/// <summary>What was done just now.</summary>
public enum AccountNotice
{
    Moved,
    Left,
    SessionsEnded,
    Disabled,
    Enabled
}
