using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Documents;

/// <summary>
/// A paper or picture of a case. What it is called is sealed here; the file itself is a row of its own (<see cref="CaseDocumentContent"/>),
/// which the database gives out only while this one is clean and in the case.
/// </summary>
public sealed class CaseDocument
{
    /// <summary>Most documents one case takes in a day. The database counts.</summary>
    public const int MostInCaseADay = 10;

    /// <summary>Most documents one person adds in a day. The database counts.</summary>
    public const int MostByPersonADay = 40;

    /// <summary>The sentence that refuses one more in a case today.</summary>
    public const string CaseIsFull = "This case has had 10 documents today. Add the others tomorrow, or join pages into one PDF.";

    /// <summary>The sentence that refuses one more by the same person today.</summary>
    public const string PersonIsFull = "You have added 40 documents today. Add the others tomorrow.";

    /// <summary>The sentence that refuses any change to one that was taken out.</summary>
    public const string IsTakenOut = "This document was taken out of the case.";

    private const string PhotographNeedsReason = "Say why a photograph of a person is needed. Without a reason none is kept.";

    private CaseDocument() { }

    /// <summary>
    /// Adds a file to a case under an id nobody can guess; it waits for the virus scanner. Refuses a closed case, and a photograph of a
    /// person without the reason why one is needed.
    /// </summary>
    /// <param name="case">Which case.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="photograph">Why a photograph of a person is needed; of other kinds null.</param>
    /// <param name="file">The file, checked and made plain.</param>
    /// <param name="seal">Seals what it is called for the id of this document.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="now">When.</param>
    public static CaseDocument Add(
        Case @case, DocumentKind kind, PhotographReason? photograph, PlainFile file, Func<Guid, byte[]> seal, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        if (kind == DocumentKind.Photograph && photograph is null)
            throw new RuleBrokenException(PhotographNeedsReason);
        var id = Guid.NewGuid();
        @case.Record(CaseEventKind.DocumentAdded, by, now);
        return new CaseDocument
        {
            Id = id,
            CaseId = @case.Id,
            Kind = kind,
            PhotographReason = kind == DocumentKind.Photograph ? photograph : null,
            Format = file.Format,
            Length = file.Content.Length,
            Width = file.Width,
            Height = file.Height,
            Pages = file.Pages,
            SealedName = seal(id),
            AddedById = by.UserId,
            AddedByName = by.Name,
            AddedAt = now
        };
    }

    /// <summary>Random id; what the seals are bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>Why a photograph of a person is needed.</summary>
    public PhotographReason? PhotographReason { get; private set; }

    /// <summary>JPEG, PNG or PDF.</summary>
    public FileFormat Format { get; private set; }

    /// <summary>Size of the file as it is kept, in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Width of a picture, in dots.</summary>
    public int? Width { get; private set; }

    /// <summary>Height of a picture, in dots.</summary>
    public int? Height { get; private set; }

    /// <summary>Pages of a PDF.</summary>
    public int? Pages { get; private set; }

    /// <summary>File name and title (<see cref="DocumentName"/>), sealed.</summary>
    public byte[] SealedName { get; private set; } = [];

    /// <summary>What the virus scanner said.</summary>
    public DocumentScan Scan { get; private set; }

    /// <summary>When it said so.</summary>
    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>Until when one worker has it to scan.</summary>
    public DateTimeOffset? ScanLeasedUntil { get; private set; }

    /// <summary>Who added it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>Name and rank of who added it.</summary>
    public string AddedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When it was taken out; null while it is in the case.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    /// <summary>Who took it out.</summary>
    public Guid? TakenOutById { get; private set; }

    /// <summary>Name and rank of who took it out.</summary>
    public string? TakenOutByName { get; private set; }

    /// <summary>Why.</summary>
    public TakeOutReason? TakeOutReason { get; private set; }

    /// <summary>Whether it can be opened at all.</summary>
    public bool CanBeOpened => Scan == DocumentScan.Clean && TakenOutAt is null;

    /// <summary>Gives it another title. Refuses one that was taken out.</summary>
    public void Rename(byte[] sealedName)
    {
        RefuseIfTakenOut();
        SealedName = sealedName;
    }

    /// <summary>
    /// Takes it out of the case: from then on the database gives its file to nobody. That it was there, who took it out and why stays on
    /// record, and so does the sealed file, so that no evidence is destroyed by one person. Refuses a second time.
    /// </summary>
    public void TakeOut(Case @case, TakeOutReason reason, Actor by, DateTimeOffset now)
    {
        RefuseIfTakenOut();
        (TakenOutAt, TakenOutById, TakenOutByName, TakeOutReason) = (now, by.UserId, by.Name, reason);
        @case.Record(CaseEventKind.DocumentTakenOut, by, now);
    }

    /// <summary>Records that somebody opens it. Refuses one that waits, is infected or was taken out, and one that shows who somebody is without a reason.</summary>
    public DocumentOpening Open(string? reason, Actor by, DateTimeOffset now)
    {
        RefuseIfTakenOut();
        if (Scan == DocumentScan.Waiting)
            throw new RuleBrokenException("This document waits for the virus check. It can be opened after it.");
        if (Scan == DocumentScan.Infected)
            throw new RuleBrokenException("The virus check found something harmful in this document. It cannot be opened.");
        if (Kind.ShowsWhoSomebodyIs() && (reason is null || reason.Trim().Length < DocumentOpening.ReasonMinLength))
            throw new RuleBrokenException("Say in a few words why you open this document.");
        return new DocumentOpening(Id, CaseId, by, reason?.Trim(), now);
    }

    private void RefuseIfTakenOut()
    {
        if (TakenOutAt is not null)
            throw new RuleBrokenException(IsTakenOut);
    }
}

/// <summary>The file of a document, sealed, apart from what lists read. Emptied by the database where the scanner finds something harmful.</summary>
/// <param name="documentId">The document.</param>
/// <param name="caseId">Its case.</param>
/// <param name="sealedContent">The file, sealed for the id of the document.</param>
public sealed class CaseDocumentContent(Guid documentId, Guid caseId, byte[] sealedContent)
{
    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; } = documentId;

    /// <summary>Its case.</summary>
    public Guid CaseId { get; private set; } = caseId;

    /// <summary>The file, sealed.</summary>
    public byte[] SealedContent { get; private set; } = sealedContent;
}
