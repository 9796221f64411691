using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Web.Pages.Victims;

/// <summary>
/// Changes a part of what is sealed about a person. Where something is kept already, the form is opened like any identity: by a post
/// with a reason, which is recorded first.
/// </summary>
public abstract class SealedIdentityPageModel(TipSomDbContext db, RecordCipher cipher) : VictimPageModel(db)
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Open,
        Save
    }

    private VictimIdentity? kept;

    [BindProperty]
    public Act Step { get; set; }

    // Named, so that the form which was not sent is not looked for under other keys.
    [BindProperty(Name = nameof(Reason))]
    public OpeningReason Reason { get; set; } = new();

    /// <summary>Whether the form is shown, rather than the question why.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the press asks to open what is kept; otherwise it saves.</summary>
    protected bool Opens => Step == Act.Open && kept is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        kept = await Db.VictimIdentities.SingleOrDefaultAsync(i => i.VictimId == Person.Id, ct);
        IsOpen = kept is null || Step == Act.Save;
        return null;
    }

    /// <summary>Records the opening and gives what is kept with its version; null where no reason was given.</summary>
    protected async Task<(IdentityDetails Details, long Version)?> OpenAsync(Actor by, DateTimeOffset now, CancellationToken ct)
    {
        Forget("Input");
        if (!ModelState.IsValid)
            return null;
        Db.Add(new IdentityOpening(Person.Id, Case.Id, by, Reason.Kept(), now));
        await Db.SaveChangesAsync(ct);
        ModelState.Clear();
        IsOpen = true;
        return (Kept(), kept!.UpdatedAt.UtcTicks);
    }

    /// <summary>What is kept now, to change a part of it; nothing where nothing is.</summary>
    protected IdentityDetails Kept() => kept is null
        ? new IdentityDetails(null, null, null, null)
        : cipher.Open<IdentityDetails>(SealKinds.Identity, Person.Id, kept.SealedDetails);

    /// <summary>Seals the details anew. Refuses where somebody else changed them since the form was opened.</summary>
    protected void Keep(IdentityDetails details, long? version, CaseEventKind happened, Actor by, DateTimeOffset now)
    {
        // A page that was opened before somebody else's correction must not undo it.
        if (kept?.UpdatedAt.UtcTicks != version)
            throw new RuleBrokenException("Somebody else changed this while you were reading it. Look at it again before you go on.");
        var sealedDetails = cipher.Seal(SealKinds.Identity, Person.Id, details);
        if (kept is null)
            Db.Add(new VictimIdentity(Person.Id, Case.Id, sealedDetails, now));
        else
            kept.Replace(sealedDetails, now);
        Case.Record(happened, by, now, Person.Position);
    }

    /// <summary>Of the two forms of the page only the one that was sent is judged.</summary>
    protected void Forget(string form)
    {
        foreach (var key in ModelState.FindKeysWithPrefix(form).Select(e => e.Key).ToList())
            ModelState.Remove(key);
    }
}
