using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Users;

/// <summary>Posts somebody to another unit or role of the agency, today or on a day to come. What waits for them is handed on in the same moment.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class MoveModel(TipSomDbContext db, KeptAccounts accounts, CurrentUser user, TimeProvider clock) : TakersPageModel(db, accounts)
{
    private HashSet<Guid> ownTree = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> UnitChoices => Units.Where(u => u.EndedAt is null && (IsNational || ownTree.Contains(u.Id)))
        .Select(u => new Choice($"{u.Id}", new BilingualName(u.NameEn, u.NameUr).Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role =>
        IsNational && role.IsNational() ? role.Fits(Account.Kind) : Grants.Of(user.Role, Account.Kind).Contains(role));

    public static IReadOnlyList<PostingEnd> Reasons { get; } = [PostingEnd.Transfer, PostingEnd.ChangeOfRole, PostingEnd.EnteredInError];

    private bool IsNational => user.Role == Role.NationalAdministrator;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (!IsNational)
            ownTree = [.. (await Db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct)).Select(u => u.Id)];
        return null;
    }

    public void OnGet() =>
        (Input.UnitId, Input.Role, Input.From) = (Account.UnitId, Account.Role, PakistanTime.DayOf(clock.GetUtcNow()));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var (unit, role) = (Input.UnitId!.Value, Input.Role!.Value);
        if (IsNational && role.IsNational())
        {
            await Accounts.ProposeAsync(Id, unit, role, ct);
            return LocalRedirect("/admin/users/proposals");
        }

        Grants.Refuse(user.Role, role, Account.Kind);
        await Accounts.MoveAsync(Id, unit, role, Input.From!.Value, Input.Reason!.Value, Input.Takers, ct);
        return Done(AccountNotice.Moved);
    }

    public sealed class InputModel : TakersInput
    {
        [Required(ErrorMessage = "Choose the unit.")]
        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "Choose what the person does.")]
        public Role? Role { get; set; }

        [Required(ErrorMessage = "Enter the first day.")]
        public DateOnly? From { get; set; }

        [Required(ErrorMessage = "Choose why.")]
        public PostingEnd? Reason { get; set; }
    }
}
