using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Care;
using TipSom.Web.Pages.Referrals;

namespace TipSom.Web.Pages.Care;

/// <summary>A page on the question how a person is, some days after care ended.</summary>
public abstract class FollowUpPageModel(TipSomDbContext db, FollowUps followUps) : ReferralPageModel(db)
{
    [FromRoute]
    public int Days { get; init; }

    public FollowUp Question { get; private set; } = null!;

    protected FollowUps Asked => followUps;

    /// <summary>The note with the answer.</summary>
    public string? Note => followUps.Note(Question);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await followUps.FindAsync(Referral, Days, ct) is not { } question)
            return NotFound();
        Question = question;
        return null;
    }
}
