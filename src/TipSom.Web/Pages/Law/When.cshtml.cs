using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>When the offence happened: asked first, because the text of the law follows.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class WhenModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : LawPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input = new InputModel { From = Law?.OffenceFrom, To = Law?.OffenceTo == Law?.OffenceFrom ? null : Law?.OffenceTo };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var chosen = await ChosenAsync(ct);
        var from = Input.From!.Value;
        TheLaw().Happened(Case, from, Input.To ?? from, PakistanTime.DayOf(clock.GetUtcNow()), chosen.Select(c => c.Offence));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/law/offences");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the day.")]
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }
}
