using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>A second national administrator confirms a national role, or says no; who proposed it may only take it back.</summary>
[RequirePermission(Permission.KeepPeople), StepUp]
public sealed class DecideModel(TipSomDbContext db, KeptAccounts accounts, CurrentUser user) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public RoleProposal Proposal { get; private set; } = null!;

    public BilingualName Unit { get; private set; } = new("", "");

    public string ProposedBy { get; private set; } = "";

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (user.Role != Role.NationalAdministrator)
            return NotFound();
        var found = await (
                from p in db.RoleProposals
                join u in db.Units on p.UnitId equals u.Id
                join who in db.Users on p.ProposedById equals who.Id
                where p.Id == Id
                select new { p, Unit = new BilingualName(u.NameEn, u.NameUr), who.DisplayName })
            .AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Proposal, Unit, ProposedBy) = (found.p, found.Unit, found.DisplayName);
        return null;
    }

    public void OnGet()
    {
        // The proposal was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var confirmed = Input.Confirmed == true;
        await accounts.DecideAsync(Id, confirmed, ct);
        return LocalRedirect((confirmed, Proposal.Kind) switch
        {
            (true, RoleProposalKind.Invite) => $"/admin/users/{Proposal.UserId}/code",
            (true, RoleProposalKind.Recover) => $"/admin/users/{Proposal.UserId}/factor",
            _ => "/admin/users/proposals"
        });
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose yes or no.")]
        public bool? Confirmed { get; set; }
    }
}
