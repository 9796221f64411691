using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>Begins the next version of signed figures, with a reason. The signed ones count until it is signed.</summary>
[RequirePermission(Permission.WriteReturns)]
public sealed class CorrectModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : ReturnPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override Return? Choose(IReadOnlyList<Return> versions) =>
        OwnSigned(versions);

    public void OnGet()
    {
        // The return was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var next = Return.Correct(Input.Reason!, Versions, Actor, clock.GetUtcNow());
        Db.Add(next);
        await Db.SaveReturnsAsync([next], ct);
        return LocalRedirect($"{Address}/edit");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say why the figures are corrected."), StringLength(Return.WordsMaxLength)]
        public string? Reason { get; set; }
    }
}
