using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Sharing;

/// <summary>Offers the lead of a case to another agency, or asks a supervisor to; the agency that should lead by law comes first.</summary>
[RequirePermission(Permission.ProposeSharing)]
public sealed class OfferModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user) : CasePageModel(db)
{
    private IReadOnlyList<SharedWith> others = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether the reader approves it at once.</summary>
    public bool Decides => user.May(Permission.DecideSharing);

    public IEnumerable<Choice> Units => UnitChoices.Of(others.Where(o => o.Agency.Kind == Case.ProposedLead))
        .Concat(UnitChoices.Of(others.Where(o => o.Agency.Kind != Case.ProposedLead)));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        others = [.. (await sharing.UnitsAsync(LeadTransfer.MayLead, ct)).Where(o => o.Agency.Id != Case.HoldingAgencyId)];
        return null;
    }

    public void OnGet()
    {
        // The units were loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (others.FirstOrDefault(o => o.Unit.Id == Input.UnitId) is not { } to)
            return NotFound();
        // How many people there are is told to the other side.
        await Db.Entry(Case).Collection(c => c.Victims).LoadAsync(ct);
        sharing.Propose(Case, to, Input.Reason!, Input.KeepsReading, Decides, user.Actor);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/sharing?done={(Decides ? SharingNotice.Offered : SharingNotice.Proposed)}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the unit.")]
        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "Say in a few words why, in 5 to 200 characters.")]
        [StringLength(CaseShare.ReasonMaxLength, MinimumLength = CaseShare.ReasonMinLength, ErrorMessage = "Say in a few words why, in 5 to 200 characters.")]
        public string? Reason { get; set; }

        public bool KeepsReading { get; set; }
    }
}
