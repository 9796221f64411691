using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>A supervisor of the agency that is offered the lead accepts or refuses it, on the few facts that come with the offer.</summary>
[RequirePermission(Permission.DecideSharing)]
public sealed class AnswerModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user, IStringLocalizer<Ui> texts) : RecordPageModel
{
    /// <summary>What may be answered.</summary>
    public enum Reply
    {
        Accept,
        Refuse
    }

    [FromRoute]
    public string Number { get; init; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public TransferView Offer { get; private set; } = null!;

    public BilingualName District { get; private set; } = null!;

    /// <summary>Whether the offer still waits for an answer.</summary>
    public bool Waits => Offer.Transfer.Status == TransferStatus.Approved;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number))
            return NotFound();
        // The holder sees the offer too, and answers nothing here.
        var found = await TransferView.Of(db, number).FirstOrDefaultAsync(ct);
        if (found is null || found.Transfer.ToAgencyId != user.AgencyId)
            return NotFound();
        District = await db.Districts.Where(d => d.Code == found.Transfer.DistrictCode).Select(d => new BilingualName(d.NameEn, d.NameUr)).SingleAsync(ct);
        Offer = found with { Reason = sharing.ReasonOf(found.Transfer), Answer = sharing.AnswerOf(found.Transfer) };
        return null;
    }

    public void OnGet()
    {
        // The offer was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Answer == Reply.Refuse && Input.Reason is null)
            ModelState.AddModelError("Input.Reason", texts["Say in a few words why, in 5 to 200 characters."]);
        if (!ModelState.IsValid)
            return Page();
        if (Input.Answer == Reply.Accept)
        {
            await sharing.AcceptAsync(Offer.Transfer, user.Actor, ct);
            return LocalRedirect($"/cases/{Offer.Transfer.CaseNumber}?done={CaseNotice.TakenOver}");
        }

        sharing.Refuse(Offer.Transfer, Input.Reason!, user.Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/transfers/{Offer.Transfer.CaseNumber}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose whether your agency takes the lead.")]
        public Reply? Answer { get; set; }

        [StringLength(CaseShare.ReasonMaxLength, MinimumLength = CaseShare.ReasonMinLength, ErrorMessage = "Say in a few words why, in 5 to 200 characters.")]
        public string? Reason { get; set; }
    }
}
