using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;

namespace TipSom.Data.Mapping;

internal sealed class CaseShareMapping : IEntityTypeConfiguration<CaseShare>
{
    public void Configure(EntityTypeBuilder<CaseShare> builder)
    {
        builder.ToTable("case_shares", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_case_shares_ended", "(status = 'Ended') = (ended_at is not null)"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => new { s.UnitId, s.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.CaseId);
        builder.HasIndex(s => s.AskedAt).HasDatabaseName("ix_case_shares_to_decide").HasFilter("status = 'Asked'");
    }
}

internal sealed class CaseNoteMapping : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("case_notes", TipSomDbContext.Casework);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.CaseId, n.At });
    }
}

public sealed class LeadTransferMapping : IEntityTypeConfiguration<LeadTransfer>
{
    /// <summary>The index that keeps a case from being offered twice at once.</summary>
    public const string OneUnderWay = "ux_lead_transfers_one_under_way";

    public void Configure(EntityTypeBuilder<LeadTransfer> builder)
    {
        builder.ToTable("lead_transfers", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_lead_transfers_answered", "(answered_at is null) = (status in ('Proposed', 'Approved'))");
            t.HasCheckConstraint("ck_lead_transfers_refused_with_reason", "(sealed_answer is not null) = (status = 'Refused')");
            t.HasCheckConstraint("ck_lead_transfers_to_another_agency", "from_agency_id <> to_agency_id");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.CaseNumber).HasMaxLength(RecordNumber.Length);
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.FromUnitId, t.FromAgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.ToUnitId, t.ToAgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(t => t.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.CaseId).HasDatabaseName(OneUnderWay).IsUnique().HasFilter("status in ('Proposed', 'Approved')");
        builder.HasIndex(t => new { t.CaseId, t.ProposedAt });
        builder.HasIndex(t => t.CaseNumber);
    }
}
