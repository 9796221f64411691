using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Mapping;

internal sealed class DownloadMapping : IEntityTypeConfiguration<Download>
{
    public void Configure(EntityTypeBuilder<Download> builder)
    {
        builder.ToTable("downloads", TipSomDbContext.Statistics, t =>
        {
            t.HasCheckConstraint("ck_downloads_kept_while_ready", "(status = 'Ready') = (sealed_content is not null)");
            t.HasCheckConstraint("ck_downloads_whole", "status not in ('Ready', 'Expired') or num_nulls(length, file_name, sha256, rows, finished_at, kept_until) = 0");
            t.HasCheckConstraint("ck_downloads_failed", "(status = 'Failed') = (failure is not null)");
            // What the audit trail takes.
            t.HasCheckConstraint("ck_downloads_period", "period ~ '^[A-Za-z0-9 ._:/-]+$'");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        // No row version: a worker counts on in the same row while somebody cancels, and the steps are guarded by a trigger.
        builder.Property(d => d.Number).HasMaxLength(RecordNumber.Length);
        builder.Property(d => d.Period).HasMaxLength(Download.PeriodMaxLength);
        builder.Property(d => d.Parameters).HasMaxLength(Download.ParametersMaxLength);
        builder.Property(d => d.Language).HasMaxLength(Download.LanguageMaxLength);
        builder.Property(d => d.FileName).HasMaxLength(Download.FileNameMaxLength);
        builder.Property(d => d.Failure).HasMaxLength(Download.FailureMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Number).HasDatabaseName("ux_downloads_number").IsUnique();
        builder.HasIndex(d => new { d.UserId, d.AskedAt }).IsDescending(false, true);
        builder.HasIndex(d => d.AskedAt).HasDatabaseName("ix_downloads_unfinished").HasFilter("status in ('Waiting', 'Running')");
    }
}
