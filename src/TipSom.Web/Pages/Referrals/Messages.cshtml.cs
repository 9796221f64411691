using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>What sender and provider write to each other about one referral, and the next message.</summary>
[RequirePermission(Permission.WriteMessages)]
public sealed class MessagesModel(TipSomDbContext db, ReferralMessages messages, CurrentUser user) : ReferralPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<OpenedMessage> Messages { get; private set; } = [];

    /// <summary>A message already typed stays on the page, also where it came too late.</summary>
    public bool ShowsForm => ReferralMessage.MayBeWritten(Side, Referral.Status) || !ModelState.IsValid;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Messages = await messages.ReadAsync(Referral, Side, ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        await messages.WriteAsync(Referral, Side, Input.Text!, user.Actor, ct);
        await Db.SaveChangesAsync(ct);
        // Who answers has the others' messages on the page.
        await messages.MarkReadAsync(Referral, Side, user.Actor, ct);
        return LocalRedirect($"/referrals/{Referral.Number}/messages");
    }

    protected override bool IsFor(Side side) => side is Side.Sender or Side.Recipient;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write the message."), StringLength(ReferralMessage.MaxLength)]
        public string? Text { get; set; }
    }
}
