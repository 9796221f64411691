using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

public sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>
{
    /// <summary>The constraint that keeps the days of one pair from overlapping.</summary>
    public const string OneAtATime = "ex_agreements_one_at_a_time";

    /// <summary>The index that keeps two agreements from having one number.</summary>
    public const string OneNumber = "ux_agreements_number";

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_agreements_dates", "in_force_to is null or in_force_to >= in_force_from"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Ignore(a => a.Services).Ignore(a => a.Groups).Ignore(a => a.ProvinceCodes).Ignore(a => a.DistrictCodes)
            .Ignore(a => a.ReferringAgencyIds).Ignore(a => a.DataCategories).Ignore(a => a.Terms).Ignore(a => a.Awaiting);
        builder.PrimitiveCollection<List<ServiceType>>("services");
        builder.PrimitiveCollection<List<VictimGroup>>("groups");
        builder.PrimitiveCollection<List<string>>("provinceCodes");
        builder.PrimitiveCollection<List<string>>("districtCodes");
        builder.PrimitiveCollection<List<Guid>>("referringAgencyIds");
        builder.PrimitiveCollection<List<DataCategory>>("dataCategories");
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.ProviderAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AgreementId).OnDelete(DeleteBehavior.Restrict);
        // One that was refused never bound anybody: its number may be used again.
        builder.HasIndex(a => a.Number).HasDatabaseName(OneNumber).IsUnique().HasFilter("status <> 'Refused'");
    }
}

public sealed class AgreementVersionMapping : IEntityTypeConfiguration<AgreementVersion>
{
    /// <summary>The index that keeps two proposals from waiting at once.</summary>
    public const string OneAwaiting = "ux_agreement_versions_one_awaiting";

    /// <summary>The index that gives each version one number.</summary>
    public const string OneVersion = "ux_agreement_versions_version";

    public void Configure(EntityTypeBuilder<AgreementVersion> builder)
    {
        builder.ToTable("agreement_versions", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_agreement_versions_approved", "status <> 'Approved' or proposed_at is null "
                + "or (lead_decided_at is not null and provider_decided_at is not null)");
            t.HasCheckConstraint("ck_agreement_versions_refused", "(status = 'Refused') = (refused_by_side is not null) "
                + "and (status = 'Refused') = (refusal_reason is not null)");
            t.HasCheckConstraint("ck_agreement_versions_three_people", "lead_decided_by_id <> provider_decided_by_id "
                + "and proposed_by_id <> lead_decided_by_id and proposed_by_id <> provider_decided_by_id");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        // The domain gives the id, so a version that is new in a known agreement must not look like a known one.
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Terms).HasColumnType("jsonb").HasConversion(terms => TermsJson.Write(terms), json => TermsJson.Read(json));
        builder.Property(v => v.RefusalReason).HasMaxLength(Agreement.ReasonMaxLength);
        builder.HasIndex(v => new { v.AgreementId, v.Version }).HasDatabaseName(OneVersion).IsUnique();
        builder.HasIndex(v => v.AgreementId).HasDatabaseName(OneAwaiting).IsUnique().HasFilter("status = 'Proposed'");
    }
}

internal sealed class AgreementDocumentMapping : IEntityTypeConfiguration<AgreementDocument>
{
    public void Configure(EntityTypeBuilder<AgreementDocument> builder)
    {
        builder.ToTable("agreement_documents", TipSomDbContext.Casework);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(d => d.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgreementVersion>().WithMany().HasForeignKey(d => new { d.AgreementId, d.Version })
            .HasPrincipalKey(v => new { v.AgreementId, v.Version }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgreementReminderMapping : IEntityTypeConfiguration<AgreementReminder>
{
    public void Configure(EntityTypeBuilder<AgreementReminder> builder)
    {
        builder.ToTable("agreement_reminders", TipSomDbContext.Casework);
        builder.HasKey(r => new { r.AgreementId, r.InForceTo, r.Days });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(r => r.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}
