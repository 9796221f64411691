using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>A supervisor decides on a share an officer asked for.</summary>
[RequirePermission(Permission.DecideSharing)]
public sealed class DecideModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user, TimeProvider clock) : SharePageModel(db, sharing, clock)
{
    private readonly TimeProvider clock = clock;

    /// <summary>What may be answered.</summary>
    public enum Reply
    {
        Share,
        Refuse
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        // The share was loaded before.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Task.FromResult<IActionResult>(Page());
        if (Input.Answer == Reply.Share)
            Share.Share.Give(Case, user.Actor, clock.GetUtcNow());
        else
            Share.Share.Refuse(Case, user.Actor, clock.GetUtcNow());
        return SavedAsync(Input.Answer == Reply.Share ? SharingNotice.Shared : SharingNotice.Refused, ct);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose whether it is shared.")]
        public Reply? Answer { get; set; }
    }
}
