'use client'

import { Printer } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** Prints the page, or makes a PDF of it: that is the browser's to do. */
export const PrintButton = () => (
  <Button variant="primary" onClick={() => window.print()}>
    <Printer size={16} aria-hidden />
    Print
  </Button>
)
