using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>One side reads the proposed terms and approves or refuses them: the national coordinator for the lead agency, the manager for the provider.</summary>
[RequirePermission(Permission.ApproveAgreements), StepUp]
public sealed class ApproveModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : AgreementPageModel(db)
{
    /// <summary>What a side may answer.</summary>
    public enum Reply
    {
        Approve,
        Refuse
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The side the reader speaks for.</summary>
    public AgreementSide Side => user.Role == Role.NationalCoordinator ? AgreementSide.Lead : AgreementSide.Provider;

    /// <summary>The proposed terms; null where nothing waits for this side.</summary>
    public TermsView? Proposed { get; private set; }

    /// <summary>The terms in force; null where none are yet.</summary>
    public TermsView? InForce { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (Side == AgreementSide.Provider && Agreement.ProviderAgencyId != user.AgencyId)
            return NotFound();
        Proposed = InForce = null;
        if (Agreement.Awaiting is not { } awaiting || !awaiting.WaitsFor(Side))
            return null;
        var views = await TermsView.OfAsync(Db, [awaiting.Terms, Agreement.Terms], ct);
        Proposed = views[0];
        InForce = Agreement.Status == AgreementStatus.Proposed ? null : views[1];
        return null;
    }

    public void OnGet() => Input.Version = Agreement.Awaiting?.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Answer == Reply.Refuse && Input.Reason is null)
            ModelState.AddModelError("Input.Reason", texts["Write the reason in a few words."]);
        if (!ModelState.IsValid)
            return Page();
        if (Input.Answer == Reply.Approve)
            Agreement.Approve(Side, Input.Version!.Value, user.Actor, clock.GetUtcNow());
        else
            Agreement.Refuse(Side, Input.Version!.Value, Input.Reason!, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/agreements/{Id}");
    }

    public sealed class InputModel
    {
        /// <summary>The version that was read: no other is approved by this form.</summary>
        [Required]
        public int? Version { get; set; }

        [Required(ErrorMessage = "Choose whether your side approves.")]
        public Reply? Answer { get; set; }

        [StringLength(Agreement.ReasonMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Reason { get; set; }
    }
}
