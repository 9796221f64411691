using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Suspects;

/// <summary>
/// One suspect without a name. Saying why shows who it is, on this page and each time anew; who looked is shown to everybody who sees the
/// investigation.
/// </summary>
[RequirePermission(Permission.KeepSuspects), RepeatIsHarmless]
public sealed class DetailsModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : SuspectPageModel(db)
{
    private const int LinesShown = 50;

    /// <summary>What was just done, one of <see cref="SuspectNotice"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public OpeningReason Reason { get; set; } = new();

    /// <summary>Who it is, once opened.</summary>
    public SuspectDetails? Details { get; private set; }

    public IEnumerable<Choice> Codes { get; private set; } = [];

    public IReadOnlyList<SuspectOpening> Openings { get; private set; } = [];

    /// <summary>Why a person of the case is accused all the same, and what the supervisor noted.</summary>
    public string? Why => Suspect.SealedWhyAccused is { } kept ? cipher.Open<string>(SealKinds.WhyAccused, Suspect.Id, kept) : null;

    public string? LookNote => Suspect.SealedLookNote is { } kept ? cipher.Open<string>(SealKinds.LookNote, Suspect.Id, kept) : null;

    /// <summary>What is sealed, each with the key of its label; null where nothing was written.</summary>
    public IEnumerable<(string Label, string? Value)> Names =>
    [
        ("Name", Details?.Name), ("The name in the other script", Details?.NameInOtherScript), ("Father's or husband's name", Details?.FatherName),
        ("Other names", Details?.Aliases), ("Address", Details?.Address), ("Description", Details?.Description),
        ("What is known of the group", Details?.GroupNote)
    ];

    // A unit that sees the investigation reads it, and who it is, each opening on record.
    protected override bool ChangesCase => false;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var codes = await Db.CodeChoicesAsync(ct, CodeChoices.SuspectRoles, CodeChoices.Countries);
        Codes = [.. codes[CodeChoices.SuspectRoles], .. codes[CodeChoices.Countries]];
        Openings = await Db.SuspectOpenings.AsNoTracking().Where(o => o.SuspectId == Suspect.Id).OrderByDescending(o => o.At).Take(LinesShown).ToListAsync(ct);
        return null;
    }

    public void OnGet()
    {
        // What lies in clear was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var opening = new SuspectOpening(Suspect.Id, Case.Id, user.Actor, Reason.Kept(), clock.GetUtcNow());
        Db.Add(opening);
        // First on record, then on the screen.
        await Db.SaveChangesAsync(ct);
        Openings = [opening, .. Openings];
        Details = cipher.Open<SuspectDetails>(SealKinds.Suspect, Suspect.Id, Suspect.SealedDetails);
        return Page();
    }
}
