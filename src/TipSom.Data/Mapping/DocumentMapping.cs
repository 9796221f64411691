using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Cases;
using TipSom.Domain.Documents;

namespace TipSom.Data.Mapping;

internal sealed class CaseDocumentMapping : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> builder)
    {
        builder.ToTable("case_documents", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_case_documents_length", $"length between 1 and {PlainFile.MaxLength}");
            t.HasCheckConstraint("ck_case_documents_dots", $"width > 0 and height > 0 and width::bigint * height <= {PlainFile.MostDots}");
            t.HasCheckConstraint("ck_case_documents_photograph", "(kind = 'Photograph') = (photograph_reason is not null)");
            t.HasCheckConstraint("ck_case_documents_taken_out",
                "num_nulls(taken_out_at, taken_out_by_id, taken_out_by_name, take_out_reason) in (0, 4)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.HasAlternateKey(d => new { d.Id, d.CaseId });
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.CaseId, d.AddedAt });
        builder.HasIndex(d => new { d.AddedById, d.AddedAt });
        builder.HasIndex(d => d.AddedAt).HasDatabaseName("ix_case_documents_waiting").HasFilter("scan = 'Waiting'");
    }
}

internal sealed class CaseDocumentContentMapping : IEntityTypeConfiguration<CaseDocumentContent>
{
    public void Configure(EntityTypeBuilder<CaseDocumentContent> builder)
    {
        builder.ToTable("case_document_contents", TipSomDbContext.Casework);
        builder.HasKey(c => c.DocumentId);
        builder.HasOne<CaseDocument>().WithOne().HasForeignKey<CaseDocumentContent>(c => new { c.DocumentId, c.CaseId })
            .HasPrincipalKey<CaseDocument>(d => new { d.Id, d.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.CaseId);
    }
}

internal sealed class DocumentOpeningMapping : IEntityTypeConfiguration<DocumentOpening>
{
    public void Configure(EntityTypeBuilder<DocumentOpening> builder)
    {
        builder.ToTable("document_openings", TipSomDbContext.Casework);
        builder.HasIndex(o => o.At);
        builder.Property(o => o.Reason).HasMaxLength(DocumentOpening.ReasonMaxLength);
        builder.HasOne<CaseDocument>().WithMany().HasForeignKey(o => new { o.DocumentId, o.CaseId })
            .HasPrincipalKey(d => new { d.Id, d.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.CaseId, o.At });
    }
}
