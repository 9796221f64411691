using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Users;

/// <summary>Makes an account for somebody, in a unit and a role that who asks keeps; a national role becomes a proposal. The code comes on the next page.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class InviteModel(TipSomDbContext db, KeptAccounts accounts, CurrentUser user) : RecordPageModel
{
    private IReadOnlyList<(Unit Unit, Agency Agency)> places = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Units => places
        .Select(p => new Choice($"{p.Unit.Id}", new BilingualName(p.Unit.NameEn, p.Unit.NameUr).Here, Group: new BilingualName(p.Agency.NameEn, p.Agency.NameUr).Here))
        .OrderBy(c => c.Group, StringComparer.CurrentCulture).ThenBy(c => c.Label, StringComparer.CurrentCulture);

    /// <summary>Roles that fit one of the agencies here, at least.</summary>
    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role => places.Any(p => user.Role == Role.NationalAdministrator && role.IsNational()
        ? role.Fits(p.Agency.Kind)
        : Grants.Of(user.Role, p.Agency.Kind).Contains(role)));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        places = await db.InvitePlacesAsync(user, ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (places.FirstOrDefault(p => p.Unit.Id == Input.UnitId) is not { Agency: { } agency })
            return NotFound();
        Grants.RefuseUserName(Input.UserName!);
        var account = new NewAccount(Input.DisplayName!.Trim(), Input.UserName!, Input.Email?.Trim(), Input.UnitId!.Value, Input.Role!.Value);
        if (user.Role == Role.NationalAdministrator && account.Role.IsNational())
        {
            await accounts.ProposeAsync(account, ct);
            return LocalRedirect("/admin/users/proposals");
        }

        Grants.Refuse(user.Role, account.Role, agency.Kind);
        return LocalRedirect($"/admin/users/{await accounts.InviteAsync(account, ct)}/code");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Enter name and rank."), StringLength(Data.Identity.User.DisplayNameMaxLength)]
        public string? DisplayName { get; set; }

        [Required(ErrorMessage = "Enter a user name."), StringLength(100)]
        public string? UserName { get; set; }

        [EmailAddress(ErrorMessage = "Enter an e-mail address, or leave it empty."), StringLength(256)]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Choose the unit.")]
        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "Choose what the person does.")]
        public Role? Role { get; set; }
    }
}
