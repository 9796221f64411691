using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Emergency;

/// <summary>One access: who asked, on what it rests, what it led to and what the review found. Who asked ends it here before its time.</summary>
[RequirePermission(Permission.FollowEmergencies)]
public sealed class DetailsModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : EmergencyPageModel(db, user, clock)
{
    /// <summary>What it led to; null where the reader may not know, or the asker's hour is over.</summary>
    public EmergencyFacts? Facts { get; private set; }

    /// <summary>Why, for who asked, supervisors and oversight.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the review found.</summary>
    public string? Note { get; private set; }

    public bool MayOpen => IsOwn && Access.IsInForce(Now) && Facts?.Person is not null;

    public bool MayApprove => !IsOwn && Access.IsWaiting(Now) && Me.May(Permission.ApproveEmergencies);

    public bool MayReview => !IsOwn && Review is null && Facts?.MayReview == true && Me.May(Permission.ReviewEmergencies);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Facts = await Db.EmergencyFactsAsync(Access.Id, ct);
        if (IsOwn || Me.May(Permission.ReviewEmergencies))
            Reason = cipher.Open<string>(SealKinds.EmergencyReason, Access.Id, Access.SealedReason);
        if (Review is not null)
            Note = cipher.Open<string>(SealKinds.EmergencyNote, Access.Id, Review.SealedNote);
        return null;
    }

    public void OnGet()
    {
        // The access was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Access.End(Me.Actor, Now);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/emergency/{Access.Number}");
    }
}
