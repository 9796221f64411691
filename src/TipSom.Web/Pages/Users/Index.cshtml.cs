using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Users;

/// <summary>The accounts that who asks keeps: of the own tree; for the national administrator, administrators and national roles, and anybody by user name.</summary>
[RequirePermission(Permission.KeepPeople)]
public sealed class IndexModel(TipSomDbContext db, KeptAccounts accounts, CurrentUser user, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public AccountShow? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    /// <summary>A user name, whole.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Named { get; set; }

    /// <summary>Rows that stand on the pages before.</summary>
    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    public bool IsNational => user.Role == Domain.Identity.Role.NationalAdministrator;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, FactorKinds> Factors { get; private set; } = new Dictionary<Guid, FactorKinds>();

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(r => IsNational ? r.IsNational() || r == Domain.Identity.Role.AgencyAdministrator : !r.IsNational());

    public string? NextUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var users = db.Users.AsNoTracking().Where(u => u.Id != user.Id);
        if (IsNational)
        {
            users = Named is null ? users.Where(u => !Grants.OfAgencies.Contains(u.Role) || u.Role == Domain.Identity.Role.AgencyAdministrator) : users;
        }
        else
        {
            var tree = await db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct, withEnded: true);
            var ids = tree.Select(u => u.Id).ToList();
            users = users.Where(u => ids.Contains(u.UnitId) && Grants.OfAgencies.Contains(u.Role));
            Units = [.. tree.Select(u => new Choice($"{u.Id}", new BilingualName(u.NameEn, u.NameUr).Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture)];
        }

        if (Named?.Trim().ToUpperInvariant() is { Length: > 0 } name)
            users = users.Where(u => u.NormalizedUserName == name);
        if (Unit is { } unit)
            users = users.Where(u => u.UnitId == unit);
        if (Role is { } role)
            users = users.Where(u => u.Role == role);
        var dormant = clock.GetUtcNow() - KeptAccounts.DormantAfter;
        users = Show switch
        {
            AccountShow.InUse => users.Where(u => u.DisabledAt == null && u.PasswordHash != null),
            AccountShow.NotCome => users.Where(u => u.DisabledAt == null && u.PasswordHash == null),
            AccountShow.Dormant => users.Where(u => u.DisabledAt == null && u.PasswordHash != null
                && (u.LastSignedInAt ?? db.Postings.Where(p => p.UserId == u.Id).Min(p => p.MadeAt)) < dormant),
            AccountShow.Shut => users.Where(u => u.DisabledAt != null),
            null => users
        };
        var rows = await (
                from u in users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Skip(Math.Max(Skip, 0)).Take(PageSize + 1)
                join at in db.Units on u.UnitId equals at.Id
                join of in db.Agencies on u.AgencyId equals of.Id
                orderby u.DisplayName, u.Id
                select new Row(
                    u.Id, u.DisplayName, u.Role, new BilingualName(at.NameEn, at.NameUr), new BilingualName(of.NameEn, of.NameUr), u.LastSignedInAt,
                    u.DisabledAt != null, u.PasswordHash != null,
                    u.DisabledAt == null && u.PasswordHash != null
                        && (u.LastSignedInAt ?? db.Postings.Where(p => p.UserId == u.Id).Min(p => p.MadeAt)) < dormant))
            .ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Factors = (await accounts.FactorsAsync([.. Rows.Select(r => r.Id)], ct)).ToDictionary(f => f.UserId);
        NextUrl = rows.Count > PageSize ? UrlFrom(Math.Max(Skip, 0) + PageSize) : null;
    }

    public string UrlFrom(int skip) => $"/admin/users{QueryString.Create(new Dictionary<string, string?>
    {
        ["show"] = Show?.ToString(),
        ["role"] = Role?.ToString(),
        ["unit"] = Unit?.ToString(),
        ["skip"] = skip > 0 ? $"{skip}" : null
    }.Where(p => p.Value is not null))}";

    public sealed record Row(
        Guid Id, string Name, Role Role, BilingualName Unit, BilingualName Agency, DateTimeOffset? LastSignedInAt, bool IsShut, bool HasCome,
        bool IsDormant);
}

/// <summary>Which accounts a list shows.</summary>
public enum AccountShow
{
    InUse,
    NotCome,
    Dormant,
    Shut
}
