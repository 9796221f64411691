using TipSom.Domain.Documents;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Agreements;

/// <summary>The signed paper of an agreement as a PDF, sealed. A newer one stands beside the earlier, which is kept.</summary>
public sealed class AgreementDocument
{
    /// <summary>Largest file, in bytes: 5 MB.</summary>
    public const int MaxLength = PlainFile.MaxLength;

    private AgreementDocument() { }

    /// <summary>Keeps a paper under an id nobody can guess. Refuses anything but a plain PDF of at most 5 MB.</summary>
    /// <param name="agreement">Whose paper.</param>
    /// <param name="pdf">The file.</param>
    /// <param name="seal">Seals the file for the id of this document.</param>
    /// <param name="by">Who attached it.</param>
    /// <param name="now">When.</param>
    public static AgreementDocument Attach(Agreement agreement, byte[] pdf, Func<Guid, byte[], byte[]> seal, Actor by, DateTimeOffset now)
    {
        if (pdf.Length > MaxLength)
            throw new RuleBrokenException(PlainFile.IsTooLarge);
        PlainPdf.RefuseUnlessPlain(pdf);
        var id = Guid.NewGuid();
        return new AgreementDocument
        {
            Id = id,
            AgreementId = agreement.Id,
            Version = agreement.Awaiting?.Version ?? agreement.Version,
            Length = pdf.Length,
            SealedContent = seal(id, pdf),
            AttachedById = by.UserId,
            AttachedByName = by.Name,
            AttachedAt = now
        };
    }

    /// <summary>Random id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The version of the terms it was attached to.</summary>
    public int Version { get; private set; }

    /// <summary>Size of the file, in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>The file, sealed.</summary>
    public byte[] SealedContent { get; private set; } = [];

    /// <summary>Who attached it.</summary>
    public Guid AttachedById { get; private set; }

    /// <summary>Name and rank of who attached it.</summary>
    public string AttachedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset AttachedAt { get; private set; }
}
