using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Closes a case with a reason, once nothing is owed in it any more; says first what still is.</summary>
[RequirePermission(Permission.CloseCases)]
public sealed class CloseModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<CaseStandings.OpenReferral> Referrals { get; private set; } = [];

    public IReadOnlyList<CaseStandings.OpenNeed> Needs { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Referrals = await Db.ReferralsInHandAsync(Case.Id, ct);
        Needs = await Db.NeedsOfNobodyAsync(Case.Id, ct);
        return null;
    }

    public void OnGet()
    {
        // What stands in the way was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var standing = new CaseStanding([.. Referrals.Select(r => r.Number)], [.. Needs.Select(n => n.Person)]);
        var change = Case.Close(Input.Reason!.Value, Input.Words, standing, user.Actor, clock.GetUtcNow());
        if (Input.Words is { } words)
            change.KeepWords(cipher.Seal(SealKinds.StatusWords, change.Id, words));
        Db.Add(change);
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.Closed);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose why the case is closed.")]
        public CloseReason? Reason { get; set; }

        [StringLength(CaseStatusChange.WordsMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Words { get; set; }
    }
}
