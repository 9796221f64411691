using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Domain;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Finding;

/// <summary>
/// Asks another unit whether it knows a person of the own case. Looking is a search, recorded like any; asking tells the other side only what
/// is chosen here, and this side nothing until it is answered.
/// </summary>
[RequirePermission(Permission.ConnectPeople)]
public sealed class ConnectModel(
    TipSomDbContext db, Finder finder, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : VictimPageModel(db)
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Look,
        Ask
    }

    private IdentityDetails? identity;

    [BindProperty]
    public Act Step { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    public bool HasIdentity => identity is not null;

    /// <summary>Units that may know the person; null before they were looked for.</summary>
    public IReadOnlyList<UnitToAsk>? Units { get; private set; }

    /// <summary>What was asked about the person before.</summary>
    public IReadOnlyList<AskedRow> Before { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.VictimIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.VictimId == Person.Id, ct) is { } kept)
            identity = cipher.Open<IdentityDetails>(SealKinds.Identity, Person.Id, kept.SealedDetails);
        Before = await (
                from r in Db.ConnectRequests.AsNoTracking()
                join u in Db.Units on r.ToUnitId equals u.Id
                where r.VictimId == Person.Id
                orderby r.At descending
                select new AskedRow(r.Number, new BilingualName(u.NameEn, u.NameUr), r.At, r.Answer))
            .ToListAsync(ct);
        return null;
    }

    public void OnGet()
    {
        // Looking is a search, and a search is posted.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (identity is null)
            return NotFound();
        if (Step == Act.Look)
        {
            ModelState.Clear();
            await LookAsync(identity, ct);
            return Page();
        }

        if (!ModelState.IsValid)
        {
            await LookAsync(identity, ct);
            return Page();
        }

        var now = clock.GetUtcNow();
        if (await finder.BeyondAsync(identity, BirthYear, Input.UnitId!.Value, user.Actor, ct) is not { } target)
            throw new RuleBrokenException(ConnectRequest.NotThere);
        var candidates = FreeNumbers.Candidates(RecordNumber.ConnectPrefix, now);
        var request = ConnectRequest.Ask(
            candidates[0], Case, Person, Input.UnitId.Value, Input.Purpose!.Value, new Told(Input.TellSex, Input.TellAge, Input.TellDistrict), user.Actor, now);
        if (Input.Contact is { } contact)
            request.KeepContact(cipher.Seal(SealKinds.ConnectContact, request.Id, contact));
        Db.Add(request);
        Db.Add(new ConnectTarget(request.Id, target));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/people/{Position}/connect?asked=true");
    }

    private int? BirthYear => Person.Age.Years is { } years ? PakistanTime.DayOf(Case.LoggedAt).Year - years : null;

    private async Task LookAsync(IdentityDetails details, CancellationToken ct)
    {
        Units = (await finder.AlikeAsync(details, Person.Age.Years, null, [Person.Id], user.Actor, ct)).Beyond;
        await Db.SaveChangesAsync(ct);
        if (Units.Count == 0)
            ModelState.AddModelError("", texts["No other unit was found that may know this person."]);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the unit to ask.")]
        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "Say why you ask.")]
        public ConnectPurpose? Purpose { get; set; }

        public bool TellSex { get; set; }

        public bool TellAge { get; set; }

        public bool TellDistrict { get; set; }

        [StringLength(ConnectRequest.ContactMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Contact { get; set; }
    }

    /// <summary>A question that was asked before.</summary>
    public sealed record AskedRow(string Number, BilingualName Unit, DateTimeOffset At, ConnectAnswer? Answer);
}
