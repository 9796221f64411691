using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Domain.Retention;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Retention;

/// <summary>One of two people decides on an erasing: the first approves, the second confirms, which carries it out; either may keep the record.</summary>
[RequirePermission(Permission.DecideErasures), StepUp]
public sealed class DecideModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : RecordPageModel
{
    /// <summary>What may be answered.</summary>
    public enum Reply
    {
        Erase,
        Keep
    }

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Erasure Erasure { get; private set; } = null!;

    /// <summary>Why it was asked for; null where the time is over.</summary>
    /// <summary>Own words may name somebody: for who works on cases alone. An administrator decides by the ground and the number.</summary>
    public string? Reason => !user.May(Permission.ReadCases) ? null : cipher.OpenUnlessErased<string>(SealKinds.ErasureReason, Erasure.Id, Erasure.SealedReason);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.Erasures.SingleOrDefaultAsync(e => e.Id == Id, ct) is not { } found)
            return NotFound();
        Erasure = found;
        return null;
    }

    public void OnGet()
    {
        // The erasing was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (Input.Answer == Reply.Keep)
            Erasure.PutAside(user.Actor, clock.GetUtcNow());
        else if (Erasure.Status == ErasureStatus.Proposed)
            Erasure.Approve(user.Actor, clock.GetUtcNow());
        else
            Erasure.Confirm(user.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/erasures/{Erasure.Id}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose whether it is erased.")]
        public Reply? Answer { get; set; }
    }
}
