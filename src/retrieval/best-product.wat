;; The largest of some dot products of one query with rows of bytes, each times its row's scale.
;; Memory: the query as 16-bit numbers at 0, `size` of them; scales and rows where the caller put them.
;; `size`, the numbers in a row, is a multiple of 16.
(module
  (import "vectors" "memory" (memory 1))
  (func (export "best") (param $row i32) (param $scale i32) (param $count i32) (param $size i32) (result f32)
    (local $best f32) (local $end i32) (local $query i32) (local $bytes v128) (local $sum v128)
    (local.set $best (f32.const -inf))
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $end (i32.add (local.get $row) (local.get $size)))
        (local.set $query (i32.const 0))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (loop $numbers
          (local.set $bytes (v128.load (local.get $row)))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load (local.get $query)) (i16x8.extend_low_i8x16_s (local.get $bytes)))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $query)) (i16x8.extend_high_i8x16_s (local.get $bytes)))))
          (local.set $query (i32.add (local.get $query) (i32.const 32)))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (br_if $numbers (i32.lt_u (local.get $row) (local.get $end))))
        (local.set $best (f32.max (local.get $best) (f32.mul (f32.load (local.get $scale))
          (f32.convert_i32_s (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))))
        (local.set $scale (i32.add (local.get $scale) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows)))
    (local.get $best)))
