using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Mapping;

internal sealed class CaseAccessMapping : IEntityTypeConfiguration<CaseAccess>
{
    public void Configure(EntityTypeBuilder<CaseAccess> builder)
    {
        builder.ToTable("case_access", TipSomDbContext.Casework);
        builder.HasKey(a => new { a.UnitId, a.CaseId });
        // Who holds a case works on it and sees all of it; a share says otherwise in its row.
        builder.Property(a => a.SeesInvestigation).HasDefaultValue(true);
        builder.Property(a => a.SeesDocuments).HasDefaultValue(true);
        builder.Property(a => a.Works).HasDefaultValue(true);
        builder.HasOne(a => a.Case).WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.UnitId, a.UpdatedAt, a.CaseId }).HasDatabaseName("ix_case_access_newest").IsDescending(false, true, true);
        builder.HasIndex(a => new { a.CaseId, a.UnitId }).HasDatabaseName("ix_case_access_case_id");
        builder.HasIndex(a => a.Until).HasDatabaseName("ix_case_access_until").HasFilter("until is not null");
    }
}

internal sealed class ReferralAccessMapping : IEntityTypeConfiguration<ReferralAccess>
{
    public void Configure(EntityTypeBuilder<ReferralAccess> builder)
    {
        builder.ToTable("referral_access", TipSomDbContext.Casework);
        builder.HasKey(a => new { a.UnitId, a.Side, a.ReferralId });
        builder.HasOne(a => a.Referral).WithMany().HasForeignKey(a => a.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.UnitId, a.Side, a.SentAt, a.ReferralId })
            .HasDatabaseName("ix_referral_access_newest").IsDescending(false, false, true, true);
        builder.HasIndex(a => new { a.UnitId, a.Side, a.DueAt, a.ReferralId })
            .HasDatabaseName("ix_referral_access_open").HasFilter("not is_settled").IncludeProperties(a => new { a.Status, a.StatusSince, a.ProvinceCode });
        builder.HasIndex(a => new { a.ReferralId, a.UnitId }).HasDatabaseName("ix_referral_access_referral_id");
    }
}

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    /// <summary>The key a second post of the same form runs into.</summary>
    public const string PrimaryKey = "pk_idempotency_keys";

    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys", TipSomDbContext.Casework);
        builder.HasKey(k => k.Key);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("entries", "audit");
        builder.PrimitiveCollection(e => e.Fields);
        builder.HasIndex(e => new { e.RowId, e.Id });
        builder.HasIndex(e => new { e.ActorId, e.Id });
        builder.HasIndex(e => new { e.AgencyId, e.Id });
        builder.HasIndex(e => new { e.ActorId, e.At }).HasDatabaseName("ix_entries_openings")
            .HasFilter("act = 'INSERT' and table_name in ('identity_openings', 'disclosure_openings', 'document_openings', 'suspect_openings')");
    }
}

internal sealed class AuditLinkMapping : IEntityTypeConfiguration<AuditLink>
{
    public void Configure(EntityTypeBuilder<AuditLink> builder)
    {
        builder.ToTable("links", "audit");
        builder.HasKey(l => new { l.Chain, l.Position });
        builder.HasIndex(l => l.EntryId).IsUnique();
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("heads", "audit");
        builder.HasKey(h => h.Chain);
        builder.Property(h => h.Chain).ValueGeneratedNever();
    }
}
