using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.PublishedFigures;

/// <summary>Withdraws a published figure with a reason; it stays on record and counts nowhere.</summary>
[RequirePermission(Permission.KeepPublishedFigures)]
public sealed class WithdrawModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : RecordPageModel
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PublishedFigure Figure { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.PublishedFigures.SingleOrDefaultAsync(f => f.Id == Id, ct) is not { } figure)
            return NotFound();
        Figure = figure;
        return null;
    }

    public void OnGet()
    {
        // The figure was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Figure.Withdraw(Input.Reason!, user.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/statistics/published?done={PublishedNotice.Withdrawn}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say why the figure is withdrawn."), StringLength(PublishedFigure.WordsMaxLength)]
        public string? Reason { get; set; }
    }
}
