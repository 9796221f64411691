using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Emergency;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Emergency;

/// <summary>
/// Asks to open one person's identity in an emergency. The answer and its time are the same whether anybody is on record under the number;
/// what it led to is read on the page of the access, when it is recorded and told.
/// </summary>
[RequirePermission(Permission.OpenInEmergency), StepUp]
public sealed class IndexModel(
    TipSomDbContext db, IdentityHashes hashes, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    // Telling those who hold the case takes a moment more than telling nobody; every answer waits until this has passed.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(600);

    private Agency own = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>False where the agency has lost it.</summary>
    public bool IsAllowed => own.AllowsEmergencyOpening;

    /// <summary>What the person asked for before.</summary>
    public IReadOnlyList<EmergencyRow> Before { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        own = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == user.AgencyId, ct);
        Before = await db.OwnEmergenciesAsync(user.Id, ct);
        return null;
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await LoadAsync(ct);
        var term = SearchTerm.Read(Input.Sought ?? "");
        if (Input.Sought is not null && term.Kind is not (SearchKind.IdentityNumber or SearchKind.CaseNumber))
            ModelState.AddModelError("Input.Sought", texts["Write the whole identity number, or the number of the case."]);
        if (term.Kind == SearchKind.CaseNumber && Input.Position is null)
            ModelState.AddModelError("Input.Position", texts["Say which person of the case."]);
        if (!ModelState.IsValid)
            return Page();
        var counted = Now - EmergencyAccess.Counted;
        var recent = await db.EmergencyAccesses.CountAsync(a => a.ActorId == user.Id && a.GrantedAt != null && a.At > counted, ct);
        var access = EmergencyAccess.Ask(
            FreeNumbers.Candidates(RecordNumber.EmergencyPrefix, Now)[0], await SoughtAsync(term, ct), Input.Basis!.Value, Input.Reason!,
            (id, reason) => cipher.Seal(SealKinds.EmergencyReason, id, reason), own, recent, user.Actor, Now);
        db.Add(access);
        await db.SaveChangesAsync(ct);
        if (Pace - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } left)
            await Task.Delay(left, ct);
        return LocalRedirect($"/emergency/{access.Number}");
    }

    // Each agency keeps its hashes under a key of its own.
    private async Task<EmergencySearch> SoughtAsync(SearchTerm term, CancellationToken ct) => term.Kind == SearchKind.CaseNumber
        ? EmergencySearch.ByCase(term.Text, Input.Position!.Value)
        : EmergencySearch.ByHashes((await db.Agencies.Select(a => a.Id).ToListAsync(ct)).Select(agency => hashes.OfNumber(agency, term.Text)));

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write the whole identity number, or the number of the case.")]
        [StringLength(SearchTerm.MaxLength)]
        public string? Sought { get; set; }

        [Range(1, 999)]
        public int? Position { get; set; }

        [Required(ErrorMessage = "Choose on what it rests.")]
        public EmergencyBasis? Basis { get; set; }

        [Required(ErrorMessage = "Write in at least 30 characters why this cannot wait.")]
        [StringLength(EmergencyAccess.ReasonMaxLength, MinimumLength = EmergencyAccess.ReasonMinLength, ErrorMessage = "Write in at least 30 characters why this cannot wait.")]
        public string? Reason { get; set; }
    }
}
